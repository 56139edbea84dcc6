import type { Candidate, Family, Finding, Scan } from './family';
import type { LabelKind } from './label-words';
import { describeLabel, labelNear } from './labels';
import { queryValue } from './link';
import { TOKENS } from './streams';

/** What a coin's check says of a text that has the coin's shape. */
export interface WalletCheck {
  /** The normal form. */
  readonly value: string;
  readonly valid: boolean;
  /** What was checked: `base58check checksum`. */
  readonly reason: string;
  /** False: the shape alone proves little, a label or a URI must stand beside it. Absent: true. */
  readonly proven?: boolean;
  readonly facts?: Readonly<Record<string, string>>;
}

/** How a coin's addresses look and are checked. */
export interface WalletRule {
  readonly type: string;
  /** The shape of the whole token; cheap. */
  readonly shape: RegExp;
  readonly schemes: readonly string[];
  readonly labels: readonly LabelKind[];
  check(token: string): WalletCheck | undefined;
}

/** A wallet family on the stream of tokens: valid by its checksum, suspect if only its label speaks for it. */
export function walletFamily(rule: WalletRule): Family {
  return {
    name: rule.type,
    types: [rule.type],
    rules: [{ on: TOKENS, take: (candidate, scan) => takeWallet(rule, candidate, scan) }],
  };
}

/** Judges a candidate by a coin's rule: the checksum first, then what stands beside it. */
export function takeWallet(rule: WalletRule, candidate: Candidate, scan: Scan): Finding | undefined {
  if (!rule.shape.test(candidate.text)) return undefined;
  const check = rule.check(candidate.text);
  if (!check) return undefined;
  const uri = readUri(scan, candidate, rule.schemes);
  const proven = check.proven !== false;
  const label =
    check.valid && proven ? undefined : labelNear(scan, candidate.start, candidate.end, rule.labels);
  if (!(check.valid && proven) && !uri && !label) return undefined;
  const context = uri ? `${uri.scheme}: URI` : label ? describeLabel(label) : '';
  const facts = { ...check.facts, ...uri?.facts };
  return {
    type: rule.type,
    value: check.value,
    start: candidate.start,
    end: candidate.end,
    valid: check.valid,
    confidence: check.valid ? (proven || uri ? 'certain' : 'likely') : 'weak',
    reason: [check.valid ? check.reason : `broken ${check.reason}`, context].filter(Boolean).join(', '),
    ...(Object.keys(facts).length > 0 ? { facts } : {}),
  };
}

function readUri(
  scan: Scan,
  candidate: Candidate,
  schemes: readonly string[],
): { scheme: string; facts: Record<string, string> } | undefined {
  const before = scan.text.slice(Math.max(0, candidate.start - 40), candidate.start).toLowerCase();
  const scheme = schemes.find((name) =>
    new RegExp(`(?<![a-z])${name}:(?://)?(?:transfer/|pay-)?$`).test(before),
  );
  if (!scheme) return undefined;
  const query = /^(?:@\d{1,12})?(?:\/\w{1,30})?\?([^\s<>"'`]{1,1000})/.exec(
    scan.text.slice(candidate.end, candidate.end + 1050),
  )?.[1];
  const facts: Record<string, string> = {};
  for (const name of ['amount', 'label', 'message', 'value', 'tx_amount', 'text', 'memo', 'dt']) {
    const value = query && queryValue(query, name);
    if (value) facts[name] = value;
  }
  return { scheme, facts };
}
