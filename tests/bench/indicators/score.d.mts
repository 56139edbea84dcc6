/** Outcomes against the labels. */
export interface Counts {
  right: number;
  wrong: number;
  missed: number;
}

interface Item {
  readonly level: string;
  readonly expect: readonly string[];
}

export function score<T extends Item>(
  items: readonly T[],
  extract: (item: T) => readonly string[],
): {
  levels: Map<string, Counts>;
  types: Map<string, Counts>;
  mistakes: { outcome: 'wrong' | 'missed'; key: string; item: T }[];
};

export function rates(counts: Counts): { precision: number; recall: number; f1: number };
