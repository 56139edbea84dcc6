import { describe, expect, it } from 'vitest';
import { type RegistrationClock, registrationDue, registrationState } from '@/utils/domain/procedure';

const CLOCK: RegistrationClock = {
  start: 'statement',
  startedAt: '2026-03-05T14:00:00.000+05:00',
  dueAt: '2026-03-06T14:00:00.000+05:00',
  registeredAt: null,
};
const at = (time: string) => Date.parse(time);

describe('registrationDue', () => {
  it('is 24 hours of the clock later, in the same offset, on days off too', () => {
    expect(registrationDue('2026-03-05T14:00:00.000+05:00')).toBe('2026-03-06T14:00:00.000+05:00');
    // Saturday, the eve of a holiday.
    expect(registrationDue('2026-03-07T23:30:00.000+05:00')).toBe('2026-03-08T23:30:00.000+05:00');
    expect(registrationDue('2026-12-31T22:00:00.000-03:30')).toBe('2027-01-01T22:00:00.000-03:30');
  });
});

describe('registrationState', () => {
  it.each([
    ['2026-03-06T13:59:00.000+05:00', 'running', 60_000],
    ['2026-03-06T14:00:00.000+05:00', 'running', 0],
    ['2026-03-06T14:00:00.001+05:00', 'overdue', -1],
  ])('at %s it is %s', (now, state, leftMs) => {
    expect(registrationState(CLOCK, at(now))).toEqual({ state, leftMs });
  });

  it('stands still once the matter is registered, whatever the time is', () => {
    const inTime = { ...CLOCK, registeredAt: '2026-03-06T12:00:00.000+05:00' };
    const late = { ...CLOCK, registeredAt: '2026-03-06T15:00:00.000+05:00' };
    const muchLater = at('2026-04-01T00:00:00.000+05:00');
    expect(registrationState(inTime, muchLater)).toEqual({ state: 'in-time', leftMs: 7_200_000 });
    expect(registrationState(late, muchLater)).toEqual({ state: 'late', leftMs: -3_600_000 });
  });
});
