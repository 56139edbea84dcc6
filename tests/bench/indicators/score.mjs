/** Compares what was found (valid indicators only) with the labels of each item, by level and by type. */
export function score(items, extract) {
  const levels = new Map();
  const types = new Map();
  const mistakes = [];
  for (const item of items) {
    const expected = new Set(item.expect);
    const found = new Set(extract(item));
    for (const key of new Set([...expected, ...found])) {
      const outcome = !expected.has(key) ? 'wrong' : found.has(key) ? 'right' : 'missed';
      for (const [map, name] of [
        [levels, item.level],
        [types, key.slice(0, key.indexOf(' '))],
      ]) {
        const counts = map.get(name) ?? { right: 0, wrong: 0, missed: 0 };
        counts[outcome] += 1;
        map.set(name, counts);
      }
      if (outcome !== 'right') mistakes.push({ outcome, key, item });
    }
  }
  return { levels, types, mistakes };
}

/** Precision, recall and F1 of counts; 1 where nothing was there to find. */
export function rates({ right, wrong, missed }) {
  const precision = right + wrong === 0 ? 1 : right / (right + wrong);
  const recall = right + missed === 0 ? 1 : right / (right + missed);
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}
