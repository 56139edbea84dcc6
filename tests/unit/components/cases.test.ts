import { describe, expect, it } from 'vitest';
import { type CaseRow, caseState, filterCases } from '@/components/cases/case-rows';
import type { Case } from '@/utils/domain/case';
import { NO_PROCEDURE } from '@/utils/domain/procedure';

const matter = (more: Partial<Case>): Case => ({
  id: 'c',
  title: 'Лунная лавка',
  registerNumber: '',
  jurisdiction: 'kz',
  unit: 'Управление киберпреступности',
  position: '',
  rank: '',
  name: '',
  createdAt: '',
  updatedAt: '',
  ...more,
});
const CLOCK = { start: 'report', startedAt: 'a', dueAt: 'b' } as const;

describe('caseState', () => {
  it.each([
    ['unregistered', {}],
    ['unregistered', { procedure: { ...NO_PROCEDURE, registration: { ...CLOCK, registeredAt: null } } }],
    ['registered', { procedure: { ...NO_PROCEDURE, registration: { ...CLOCK, registeredAt: 'c' } } }],
    ['registered', { registerNumber: '26' }],
    ['imported', { registerNumber: '26', imported: [] }],
    ['archived', { registerNumber: '26', archivedAt: 'd' }],
  ] as const)('%s', (state, more) => {
    expect(caseState(matter(more))).toBe(state);
  });
});

describe('filterCases', () => {
  const rows: CaseRow[] = [
    { case: matter({ id: '1', registerNumber: '2675' }), captures: 0 },
    { case: matter({ id: '2', title: 'Северный базар', archivedAt: 'd' }), captures: 3 },
  ];
  const idsOf = (...input: [string, boolean]) => filterCases(rows, ...input).map((row) => row.case.id);

  it('looks for all words in number, title and unit, without regard to case', () => {
    expect(idsOf('ЛАВКА 2675 кибер', false)).toEqual(['1']);
    expect(idsOf('лавка базар', true)).toEqual([]);
  });

  it('leaves archived cases out unless asked', () => {
    expect(idsOf('', false)).toEqual(['1']);
    expect(idsOf('', true)).toEqual(['1', '2']);
  });
});
