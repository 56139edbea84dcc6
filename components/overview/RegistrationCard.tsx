import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Jurisdiction } from '@/utils/domain/case';
import { type RegistrationClock, registrationState } from '@/utils/domain/procedure';
import { useFormat } from '../ui/use-format';
import { useNow } from '../ui/use-now';
import { toLocalTime } from './local-time';
import classes from './overview.module.css';
import { RegistrationForm } from './RegistrationForm';
import { useLeftText } from './use-left-text';

interface Props {
  readonly clock: RegistrationClock | null;
  readonly jurisdiction: Jurisdiction;
  readonly isReadOnly: boolean;
  readonly isBusy: boolean;
  /** Local time to fill in as that of registration ('': none), or null while the form is closed. */
  readonly form: string | null;
  readonly onForm: (registeredAt: string | null) => void;
  readonly onSave: (clock: RegistrationClock | null) => void;
}

/** The time in which the matter must be registered: running, met or missed. */
export function RegistrationCard(props: Props) {
  const { clock, jurisdiction, isReadOnly, isBusy, form, onForm, onSave } = props;
  const { t } = useTranslation();
  return (
    <section className={classes.card} aria-labelledby="registration-title">
      <h2 id="registration-title">{t('registration.title')}</h2>
      {form !== null ? (
        <RegistrationForm
          clock={clock}
          registeredAt={form}
          jurisdiction={jurisdiction}
          isBusy={isBusy}
          onSave={onSave}
          onCancel={() => onForm(null)}
        />
      ) : (
        <>
          {clock ? <Running clock={clock} /> : <p className="osmotr-muted">{t('registration.none')}</p>}
          {!isReadOnly && (
            <Group gap={6} mt={8}>
              {clock?.registeredAt === null && (
                <Button
                  size="compact-sm"
                  data-testid="registration-register"
                  onClick={() => onForm(toLocalTime(Date.now()))}
                >
                  {t('registration.register')}
                </Button>
              )}
              <Button
                size="compact-sm"
                variant="default"
                data-testid="registration-edit"
                onClick={() => onForm('')}
              >
                {t(clock ? 'casebook.edit' : 'registration.set')}
              </Button>
              {clock && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  disabled={isBusy}
                  data-testid="registration-remove"
                  onClick={() => onSave(null)}
                >
                  {t('registration.remove')}
                </Button>
              )}
            </Group>
          )}
        </>
      )}
    </section>
  );
}

function Running({ clock }: { readonly clock: RegistrationClock }) {
  const { t } = useTranslation();
  const { timestamp } = useFormat();
  const leftText = useLeftText();
  const now = useNow(15_000);
  const { state } = registrationState(clock, now);
  return (
    <div data-testid="registration" data-state={state}>
      <p className={classes.left} data-state={state}>
        {leftText(clock, now)}
      </p>
      <p>{t('registration.due', { time: timestamp(clock.dueAt) })}</p>
      <p className="osmotr-muted">
        {t(`registration.start.${clock.start}`)}: {timestamp(clock.startedAt)}
      </p>
      {clock.registeredAt !== null && (
        <p className="osmotr-muted">
          {t('registration.registeredAt')}: {timestamp(clock.registeredAt)}
        </p>
      )}
    </div>
  );
}
