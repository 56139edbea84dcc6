import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Jurisdiction } from '@/utils/domain/case';
import {
  REGISTRATION_STARTS,
  type RegistrationClock,
  type RegistrationStart,
  registrationDue,
} from '@/utils/domain/procedure';
import { useFormat } from '../ui/use-format';
import { fromLocalTime, toLocalTime } from './local-time';

interface Props {
  readonly clock: RegistrationClock | null;
  /** Local time to begin with where the clock has none. */
  readonly registeredAt: string;
  readonly jurisdiction: Jurisdiction;
  readonly isBusy: boolean;
  readonly onSave: (clock: RegistrationClock) => void;
  readonly onCancel: () => void;
}

/** Sets the clock: in Kazakhstan its end follows from its start, in Uzbekistan the operative enters it. */
export function RegistrationForm({ clock, registeredAt, jurisdiction, isBusy, onSave, onCancel }: Props) {
  const { t } = useTranslation();
  const { timestamp } = useFormat();
  const localOf = (time: string | null | undefined) => (time ? toLocalTime(Date.parse(time)) : '');
  const [start, setStart] = useState<RegistrationStart>(clock?.start ?? 'statement');
  const [times, setTimes] = useState({
    startedAt: localOf(clock?.startedAt) || toLocalTime(Date.now()),
    dueAt: localOf(clock?.dueAt),
    registeredAt: localOf(clock?.registeredAt) || registeredAt,
  });
  const [isChecked, setIsChecked] = useState(false);
  const startedAt = fromLocalTime(times.startedAt);
  const followsFromStart = jurisdiction === 'kz';
  const dueAt = followsFromStart ? startedAt && registrationDue(startedAt) : fromLocalTime(times.dueAt);
  const isReversed = startedAt !== null && dueAt !== null && Date.parse(dueAt) <= Date.parse(startedAt);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (!startedAt || !dueAt || isReversed) return;
    onSave({ start, startedAt, dueAt, registeredAt: fromLocalTime(times.registeredAt) });
  };
  const field = (name: keyof typeof times, label: string, error?: string | false) => (
    <TextInput
      size="xs"
      type="datetime-local"
      label={label}
      error={error}
      data-testid={`registration-${name}`}
      value={times[name]}
      onChange={({ currentTarget }) => setTimes((before) => ({ ...before, [name]: currentTarget.value }))}
    />
  );
  const missing = (time: string | null) => isChecked && time === null && t('registration.missingTime');
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap={8}>
        <p className="osmotr-muted">{t(followsFromStart ? 'registration.noteKz' : 'registration.noteUz')}</p>
        <NativeSelect
          size="xs"
          label={t('registration.event')}
          data-testid="registration-start"
          value={start}
          data={REGISTRATION_STARTS.map((value) => ({ value, label: t(`registration.start.${value}`) }))}
          onChange={({ currentTarget }) =>
            setStart(REGISTRATION_STARTS.find((it) => it === currentTarget.value) ?? 'other')
          }
        />
        {field('startedAt', t('registration.startedAt'), missing(startedAt))}
        {followsFromStart
          ? dueAt && <p>{t('registration.due', { time: timestamp(dueAt) })}</p>
          : field(
              'dueAt',
              t('registration.dueAt'),
              missing(dueAt) || (isChecked && isReversed && t('registration.wrongOrder')),
            )}
        {field('registeredAt', t('registration.registeredAt'))}
        <Group gap={6} justify="flex-end">
          <Button size="xs" variant="default" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
          <Button size="xs" type="submit" disabled={isBusy} data-testid="registration-save">
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
