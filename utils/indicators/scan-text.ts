import type { Candidate, Family, Finding, Rule, Scan, Stream } from './family';
import { FAMILIES } from './registry';
import { AT_SIGNS, LINKS, NUMBERS } from './streams';

const DEEPEST_NESTING = 2;
const LONGEST_NESTED = 2048;

interface Range {
  readonly start: number;
  readonly end: number;
}

const PLAN = planOf(FAMILIES);

function planOf(families: readonly Family[]): ReadonlyMap<Stream, readonly Rule[]> {
  const plan = new Map<Stream, Rule[]>();
  for (const rule of families.flatMap((family) => family.rules)) {
    const rules = plan.get(rule.on);
    if (rules) rules.push(rule);
    else plan.set(rule.on, [rule]);
  }
  return new Map([...plan].sort(([a], [b]) => turnOf(a) - turnOf(b)));
}

/** Links and mails first, for what stands inside them is theirs; bare numbers when all else has had its turn. */
function turnOf(stream: Stream): number {
  if (stream === LINKS) return 0;
  if (stream === AT_SIGNS) return 1;
  return stream === NUMBERS ? 3 : 2;
}

/** Runs every stream over the scan's text and offers each candidate to the families; ordered by place. */
export function scanText(scan: Scan, depth = 0): Finding[] {
  const findings: Finding[] = [];
  let taken: Range[] = [];
  for (const [stream, rules] of PLAN) {
    const before = findings.length;
    for (const candidate of outside(stream, scan.text, taken)) {
      offer(candidate, stream, rules, scan, findings);
    }
    if (stream.takes && findings.length > before) {
      taken = [...taken, ...findings.slice(before)].sort((a, b) => a.start - b.start);
    }
  }
  const inner =
    depth < DEEPEST_NESTING ? findings.flatMap((finding) => scanNested(finding, scan, depth)) : [];
  return settle([...findings, ...inner]);
}

/** Each finding once a place; no suspect inside something proven: it is a piece of that. Ordered by place. */
function settle(findings: readonly Finding[]): Finding[] {
  let provenEnd = 0;
  const kept: Finding[] = [];
  const byStart = [...findings].sort((a, b) => a.start - b.start || b.end - a.end);
  for (const finding of byStart) {
    const isSuspect = finding.valid === false;
    if ((isSuspect && finding.end <= provenEnd) || isAmongLast(kept, finding)) continue;
    kept.push(finding);
    if (!isSuspect && finding.type !== 'url') provenEnd = Math.max(provenEnd, finding.end);
  }
  return kept;
}

/** Whether the same was kept for the same place; what has one place stands together. */
function isAmongLast(kept: readonly Finding[], { type, value, start, end }: Finding): boolean {
  for (let i = kept.length - 1; i >= 0; i -= 1) {
    const last = kept[i];
    if (last?.start !== start || last.end !== end) return false;
    if (last.type === type && last.value === value) return true;
  }
  return false;
}

function* outside(stream: Stream, text: string, taken: readonly Range[]): Generator<Candidate> {
  let next = 0;
  for (const candidate of stream.find(text)) {
    if (!stream.outsideTaken) {
      yield candidate;
      continue;
    }
    while (next < taken.length && (taken[next]?.end ?? 0) <= candidate.start) next += 1;
    const range = taken[next];
    if (!range || range.start >= candidate.end) yield candidate;
  }
}

function offer(
  candidate: Candidate,
  stream: Stream,
  rules: readonly Rule[],
  scan: Scan,
  into: Finding[],
): void {
  for (const rule of rules) {
    const taken = rule.take(candidate, scan);
    if (!taken) continue;
    if ('type' in taken) into.push(taken);
    else into.push(...taken);
    if (stream.exclusive) return;
  }
}

/** What stands decoded inside a finding is searched too; its findings get the range they came from. */
function scanNested(finding: Finding, scan: Scan, depth: number): Finding[] {
  if (!finding.nested || finding.nested.length > LONGEST_NESTED) return [];
  const inner = scanText({ ...scan, text: finding.nested }, depth + 1);
  const outer = scan.text.slice(finding.start, finding.end);
  return inner.map((found) => {
    const literal = outer.indexOf(finding.nested?.slice(found.start, found.end) ?? '');
    const start = literal < 0 ? finding.start : finding.start + literal;
    const end = literal < 0 ? finding.end : start + found.end - found.start;
    return { ...found, start, end };
  });
}
