import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { hostileTexts } from './hostile.mjs';

const LENGTH = 200_000;
const ROUNDS = 7;
/** What two medians of the same text differ by on a busy machine. */
const TOLERANCE = 0.05;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

/** Processor time of this process in milliseconds: other work on the machine doesn't count. */
export function timeOf(run) {
  // Each text pays for its own garbage, not for that of the one before.
  collectGarbage({ type: 'minor' });
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * Prints what each hostile text costs as a share of prose with contacts, measured in the same round: the median of
 * seven rounds, behind one that warms up. Returns whether none costs more than prose.
 */
export function compareHostile(extractIndicators, labelledTexts) {
  const { prose, hostile, lists } = hostileTexts(LENGTH);
  const set = labelledTexts.repeat(Math.ceil(LENGTH / labelledTexts.length)).slice(0, LENGTH);
  const rows = [
    { kind: 'set', name: 'the labelled set', text: set },
    ...hostile.map(([name, text]) => ({ kind: 'hostile', name, text })),
    ...lists.map(([name, text]) => ({ kind: 'lists', name, text })),
  ].map((row) => ({ ...row, half: row.text.slice(0, LENGTH / 2), times: [], halves: [], shares: [] }));
  const proseTimes = [];
  const measure = (text) => timeOf(() => extractIndicators({ text }));
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const row of rows) {
      const [ofProse, time, half] = [measure(prose), measure(row.text), measure(row.half)];
      if (round < 0) continue;
      proseTimes.push(ofProse);
      row.times.push(time);
      row.halves.push(half);
      row.shares.push(time / ofProse);
    }
  }
  const setTime = median(rows[0].times);
  console.log(
    `200,000 characters of prose with contacts: ${median(proseTimes).toFixed(0)} ms of processor time`,
  );
  for (const [kind, title] of [
    ['set', 'an identifier a line'],
    ['lists', 'lists of genuine identifiers'],
    ['hostile', 'hostile'],
  ]) {
    console.log(`\n${title.padEnd(30)} of prose  of the set  of half of it  found`);
    const sorted = rows
      .filter((row) => row.kind === kind)
      .sort((a, b) => median(b.shares) - median(a.shares));
    for (const { name, text, times, halves, shares } of sorted) {
      const numbers = [median(shares), median(times) / setTime, median(times) / median(halves)];
      const cells = numbers.map((share) => share.toFixed(2).padStart(10)).join(' ');
      console.log(name.padEnd(28) + cells + String(extractIndicators({ text }).length).padStart(10));
    }
  }
  return printWorst(rows.filter(({ kind }) => kind === 'hostile'));
}

function printWorst(rows) {
  const [worst] = rows
    .map(({ name, shares }) => ({ name, share: median(shares) }))
    .sort((a, b) => b.share - a.share);
  const isHeld = worst.share <= 1 + TOLERANCE;
  console.log(
    `\n${isHeld ? 'held' : 'BROKEN'}: the worst of ${rows.length} hostile texts, ${worst.name}, takes ${worst.share.toFixed(2)} of prose (limit 1, tolerance ${TOLERANCE})\n`,
  );
  return isHeld;
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
}
