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
  const taken: Range[] = [];
  for (const [stream, rules] of PLAN) {
    const before = findings.length;
    const visit = (candidate: Candidate) => offer(candidate, stream, rules, scan, findings);
    stream.find(scan.text, stream.outsideTaken && taken.length > 0 ? outside(taken, visit) : visit);
    if (stream.takes && findings.length > before) {
      for (let i = before; i < findings.length; i += 1) taken.push(findings[i] as Range);
      taken.sort((a, b) => a.start - b.start);
    }
  }
  const outer = findings.length;
  for (let i = 0; depth < DEEPEST_NESTING && i < outer; i += 1) {
    const finding = findings[i];
    if (finding?.nested) findings.push(...scanNested(finding, finding.nested, scan, depth));
  }
  return settle(findings);
}

/** Each finding once a place; no suspect inside something proven: it is a piece of that. Ordered by place. */
function settle(findings: Finding[]): Finding[] {
  let provenEnd = 0;
  const kept: Finding[] = [];
  findings.sort((a, b) => a.start - b.start || b.end - a.end);
  for (const finding of findings) {
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

/** Passes on what overlaps none of the ranges; both come in order. */
function outside(taken: readonly Range[], visit: (candidate: Candidate) => void) {
  let next = 0;
  return (candidate: Candidate): void => {
    while (next < taken.length && (taken[next]?.end ?? 0) <= candidate.start) next += 1;
    const range = taken[next];
    if (!range || range.start >= candidate.end) visit(candidate);
  };
}

function offer(
  candidate: Candidate,
  stream: Stream,
  rules: readonly Rule[],
  scan: Scan,
  into: Finding[],
): void {
  // Not the candidate's own first character: of pieces that were joined, a look at one would copy all.
  const first = scan.text.charCodeAt(candidate.start);
  for (const rule of rules) {
    if (rule.longest && candidate.text.length > (rule.longest[first] ?? 0)) continue;
    const taken = rule.take(candidate, scan);
    if (!taken) continue;
    if ('type' in taken) into.push(taken);
    else for (const finding of taken) into.push(finding);
    if (stream.exclusive) return;
  }
}

/** What stands decoded inside a finding is searched too; its findings get the range they came from. */
function scanNested(finding: Finding, nested: string, scan: Scan, depth: number): Finding[] {
  if (nested.length > LONGEST_NESTED) return [];
  const inner = scanText({ ...scan, text: nested }, depth + 1);
  const outer = scan.text.slice(finding.start, finding.end);
  return inner.map((found) => {
    const literal = outer.indexOf(nested.slice(found.start, found.end));
    const start = literal < 0 ? finding.start : finding.start + literal;
    const end = literal < 0 ? finding.end : start + found.end - found.start;
    return { ...found, start, end };
  });
}
