import { useTranslation } from 'react-i18next';
import { type RegistrationClock, registrationState } from '@/utils/domain/procedure';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Words for where a registration stands at a moment (Unix time in ms): what is left, or by how much it is late. */
export function useLeftText(): (clock: RegistrationClock, nowMs: number) => string {
  const { t } = useTranslation();
  const length = (ms: number) =>
    ms >= 2 * DAY_MS
      ? t('registration.days', { days: Math.floor(ms / DAY_MS), hours: Math.floor((ms % DAY_MS) / HOUR_MS) })
      : t('registration.hours', {
          hours: Math.floor(ms / HOUR_MS),
          minutes: Math.floor((ms % HOUR_MS) / MINUTE_MS),
        });
  return (clock, nowMs) => {
    const { state, leftMs } = registrationState(clock, nowMs);
    const left = length(Math.abs(leftMs));
    if (state === 'in-time') return t('registration.inTime');
    if (state === 'late') return t('registration.late', { left });
    return t(state === 'running' ? 'registration.running' : 'registration.overdue', { left });
  };
}
