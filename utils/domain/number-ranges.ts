/** Whole numbers, ascending, in short: `1-3, 7`; `write` puts each into a language's form. */
export function numberRanges(numbers: readonly number[], write: (number: number) => string = String): string {
  const ranges: [from: number, to: number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? write(from) : `${write(from)}-${write(to)}`)).join(', ');
}
