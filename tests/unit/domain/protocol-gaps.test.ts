import { describe, expect, it } from 'vitest';
import type { Case, Jurisdiction } from '@/utils/domain/case';
import { NO_PROCEDURE, type Participant } from '@/utils/domain/procedure';
import { protocolGaps } from '@/utils/domain/protocol-gaps';

const ALMATY = 300;
const WHOLE = [{ complete: true }];
const person = (role: Participant['role'], more: Partial<Participant> = {}): Participant => ({
  role,
  name: 'Образцов О. О.',
  address: 'г. Примерск',
  document: 'уд. 000000',
  ...more,
});

function matter(jurisdiction: Jurisdiction, procedure: Partial<Case['procedure']> = {}): Case {
  return {
    id: 'c',
    title: 'Лавка',
    registerNumber: '26750000001',
    jurisdiction,
    unit: 'Отдел',
    position: 'следователь',
    rank: 'капитан',
    name: 'Образцов О. О.',
    createdAt: '',
    updatedAt: '',
    procedure: {
      ...NO_PROCEDURE,
      bookNumber: '25-1',
      bookDate: '2026-03-05',
      offence: 'ст. 297',
      inspectionBasis: 'ст. 219',
      lawChecked: true,
      place: 'Примерск',
      ...procedure,
    },
  };
}

const codes = (...input: Parameters<typeof protocolGaps>) => protocolGaps(...input).map(({ code }) => code);

describe('protocolGaps', () => {
  it('finds nothing where all is stated', () => {
    expect(codes(matter('kz'), WHOLE, ALMATY)).toEqual([]);
    const people = [person('witness'), person('witness'), person('specialist')];
    expect(codes(matter('uz', { participants: people }), WHOLE, ALMATY)).toEqual([]);
  });

  it('of a new case names everything, in the order of a protocol', () => {
    const { procedure: _none, ...stated } = matter('kz');
    const fresh = { ...stated, registerNumber: '', unit: '', name: '' };
    expect(protocolGaps(fresh, [], ALMATY)).toEqual([
      { code: 'register-number' },
      { code: 'book-entry' },
      { code: 'offence' },
      { code: 'inspection-basis' },
      { code: 'place' },
      { code: 'official', fields: ['unit', 'name'] },
      { code: 'no-captures' },
    ]);
  });

  it('asks for two witnesses and a specialist in Uzbekistan alone', () => {
    const people = { participants: [person('witness')] };
    expect(protocolGaps(matter('uz', people), WHOLE, ALMATY)).toEqual([
      { code: 'witnesses', count: 1 },
      { code: 'specialist' },
    ]);
    expect(codes(matter('kz', people), WHOLE, ALMATY)).toEqual([]);
  });

  it('counts participants with a blank, and captures that did not get everything', () => {
    const participants = [person('operative', { document: '' }), person('witness')];
    const captures = [{ complete: false }, { complete: true }, { complete: false }];
    expect(protocolGaps(matter('kz', { participants }), captures, ALMATY)).toEqual([
      { code: 'person-details', count: 1 },
      { code: 'incomplete-captures', count: 2 },
    ]);
  });

  it('says that citations were not checked only where there are any', () => {
    expect(codes(matter('kz', { lawChecked: false }), WHOLE, ALMATY)).toEqual(['law-unchecked']);
    const none = { lawChecked: false, offence: '', inspectionBasis: '' };
    expect(codes(matter('kz', none), WHOLE, ALMATY)).toEqual(['offence', 'inspection-basis']);
  });

  it('warns of a computer that still has Kazakhstan’s offset of before March 2024', () => {
    expect(codes(matter('kz'), WHOLE, 360)).toEqual(['clock-zone']);
    const people = [person('witness'), person('witness'), person('specialist')];
    expect(codes(matter('uz', { participants: people }), WHOLE, 360)).toEqual([]);
  });
});
