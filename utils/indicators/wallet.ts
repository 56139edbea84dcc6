import type { Candidate, Family, Finding, Scan, Stream } from './family';
import type { LabelKind } from './label-words';
import { describeLabel, type Label, labelNear, labelsNear } from './labels';
import { queryValue } from './link';
import { longestByFirst } from './pattern-parts';
import { SPLIT_TOKENS, TOKENS } from './streams';

/** What a coin's check says of a text that has the coin's shape. */
export interface WalletCheck {
  /** The normal form. */
  readonly value: string;
  readonly valid: boolean;
  /** What was checked: `base58check checksum`. */
  readonly reason: string;
  /** False: the check alone proves too little, a label or a URI must stand beside it. Absent: true. */
  readonly proven?: boolean;
  readonly facts?: Readonly<Record<string, string>>;
}

/** How a coin's addresses look and are checked. */
export interface WalletRule {
  readonly type: string;
  /** The shape of the whole candidate; cheap. */
  readonly shape: RegExp;
  readonly schemes: readonly string[];
  readonly labels: readonly LabelKind[];
  /** False: too short a checksum to prove that pieces belong together. Absent: true. */
  readonly joins?: boolean;
  /** Where the candidates come from, if not from runs of letters and digits. */
  readonly on?: Stream;
  check(candidate: string): WalletCheck | undefined;
}

const COINS: readonly LabelKind[] = [
  ...['btc', 'ltc', 'doge', 'dash', 'zec', 'bch', 'eth', 'trx', 'xmr', 'xrp', 'sol'],
  ...['ton', 'ada', 'bnb', 'xlm', 'nano', 'cosmos', 'dot', 'lightning'],
] as LabelKind[];
/** What stands between a scheme and an address: `bitcoin:`, `solana://`, `transfer/`, `pay-`, `destination=`. */
const URI_ENDS = ':/-=';
const URI_FACTS = [
  'amount',
  'label',
  'message',
  'value',
  'tx_amount',
  'text',
  'memo',
  'dt',
  'asset',
  'spl-token',
];

/** A wallet family: valid by its checksum, suspect if only what stands beside it speaks for it. */
export function walletFamily(rule: WalletRule): Family {
  const bounds = rule.on ? {} : { longest: longestByFirst(rule.shape) };
  const whole = {
    on: rule.on ?? TOKENS,
    ...bounds,
    take: (candidate: Candidate, scan: Scan) => takeWallet(rule, candidate, scan),
  };
  const split = {
    on: SPLIT_TOKENS,
    ...bounds,
    take(candidate: Candidate, scan: Scan) {
      const finding = takeWallet(rule, candidate, scan);
      return finding && finding.valid !== false && finding.confidence === 'certain'
        ? { ...finding, reason: `${finding.reason} once its pieces are joined` }
        : undefined;
    },
  };
  const isWhole = rule.on !== undefined || rule.joins === false;
  return { name: rule.type, types: [rule.type], rules: isWhole ? [whole] : [whole, split] };
}

/** Judges a candidate by a coin's rule: the checksum first, then what stands beside it. */
function takeWallet(rule: WalletRule, candidate: Candidate, scan: Scan): Finding | undefined {
  if (!rule.shape.test(candidate.text)) return undefined;
  const check = rule.check(candidate.text);
  if (!check) return undefined;
  const uri = readUri(scan, candidate, rule.schemes);
  const isProven = check.valid && check.proven !== false;
  const label = isProven ? undefined : ownLabel(rule, candidate, scan);
  if (!isProven && !uri && !label) return undefined;
  const context = uri ? `, ${uri.scheme}: URI` : label ? `, ${describeLabel(label)}` : '';
  const finding = {
    type: rule.type,
    value: check.value,
    start: candidate.start,
    end: candidate.end,
    valid: check.valid,
    confidence: !check.valid ? 'weak' : isProven || uri ? 'certain' : 'likely',
    reason: `${check.valid ? '' : 'broken '}${check.reason}${context}`,
  } as const;
  if (!check.facts && !uri?.facts) return finding;
  return { ...finding, facts: { ...check.facts, ...uri?.facts } };
}

/** The nearest coin's label if it is the rule's own; without any, a general one («кошелёк») if the rule takes it. */
function ownLabel(rule: WalletRule, { start, end }: Candidate, scan: Scan): Label | undefined {
  const coin = labelNear(scan, start, end, COINS);
  if (!coin) return rule.labels.includes('wallet') ? labelNear(scan, start, end, ['wallet']) : undefined;
  if (rule.labels.includes(coin.kind)) return coin;
  // One word may name two coins.
  return labelsNear(scan, start, end, rule.labels).find(
    ({ word, distance, side }) => word === coin.word && distance === coin.distance && side === coin.side,
  );
}

function readUri(
  scan: Scan,
  { start, end }: Candidate,
  schemes: readonly string[],
): { scheme: string; facts?: Record<string, string> } | undefined {
  if (!URI_ENDS.includes(scan.text.charAt(start - 1))) return undefined;
  const before = /([a-z][a-z+]{1,14}):(?:\/\/)?(?:transfer\/|pay-|pay\?destination=)?$/i.exec(
    scan.text.slice(Math.max(0, start - 40), start),
  );
  const scheme = before?.[1]?.toLowerCase() ?? '';
  if (!schemes.includes(scheme)) return undefined;
  const query = /^(?:@\d{1,12})?(?:\/\w{1,30})?[?&]([^\s<>"'`]{1,1000})/.exec(
    scan.text.slice(end, end + 1050),
  )?.[1];
  if (!query) return { scheme };
  const facts: Record<string, string> = {};
  for (const name of URI_FACTS) {
    const value = queryValue(query, name);
    if (value) facts[name] = value;
  }
  return Object.keys(facts).length > 0 ? { scheme, facts } : { scheme };
}
