import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatDiagnostics } from '@/components/settings/diagnostics';
import { remainingMs } from '@/components/ui/remaining';
import { createTranslator } from '@/utils/i18n';
import { LANGUAGES } from '@/utils/i18n/language';
import { ru } from '@/utils/i18n/ru';

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly $ref?: string;
}

const schema = JSON.parse(readFileSync('utils/bundle/schemas/journal-event.schema.json', 'utf8')) as {
  readonly properties: { readonly kind: { readonly enum: readonly string[] } };
  readonly $defs: Readonly<Record<string, Schema>>;
};
const kinds = schema.properties.kind.enum;

/** Names of all members that an event's data may have, at any depth. */
function namesIn(part: Schema): string[] {
  const inRef = part.$ref ? namesIn(schema.$defs[part.$ref.slice('#/$defs/'.length)] ?? {}) : [];
  const inItems = part.items ? namesIn(part.items) : [];
  const own = Object.entries(part.properties ?? {}).flatMap(([name, member]) => [name, ...namesIn(member)]);
  return [...inRef, ...inItems, ...own];
}

describe('the journal in words', () => {
  it('names every member of every event that the schema knows', () => {
    const names = new Set(kinds.flatMap((kind) => namesIn(schema.$defs[kind] ?? {})));
    expect(names.size).toBeGreaterThan(40);
    const known: ReadonlySet<string> = new Set(Object.keys(ru.journalField));
    expect([...names].filter((name) => !known.has(name))).toEqual([]);
  });

  it('names every kind of event in every language', () => {
    for (const language of LANGUAGES) {
      const t = createTranslator(language);
      for (const kind of kinds as readonly (keyof typeof ru.journal)[]) {
        expect(t(`journal.${kind}`)).not.toBe(`journal.${kind}`);
      }
    }
  });
});

describe('remaining time', () => {
  it('follows from the pace so far, and is not guessed at the start', () => {
    expect(remainingMs(10_000, 25, 100)).toBe(30_000);
    expect(remainingMs(500, 25, 100)).toBeNull();
    expect(remainingMs(10_000, 0, 100)).toBeNull();
    expect(remainingMs(10_000, 100, 100)).toBe(0);
    expect(remainingMs(10_000, 5, 0)).toBeNull();
  });
});

describe('diagnostics', () => {
  it('says a fact a line, and of what is unknown that it is', () => {
    expect(formatDiagnostics({ version: '0.1.0', 'rows cases': 2, quota: null, persisted: false })).toBe(
      'version: 0.1.0\nrows cases: 2\nquota: unknown\npersisted: false',
    );
  });
});
