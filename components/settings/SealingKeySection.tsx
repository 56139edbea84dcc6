import { useTranslation } from 'react-i18next';
import { HashText } from '../ui/HashText';
import { useFormat } from '../ui/use-format';
import { SettingsSection } from './SettingsSection';

interface Props {
  /** Null: none has been made yet. */
  readonly sealingKey: { readonly fingerprint: string; readonly createdAt: string } | null;
}

/** The machine's sealing key, by its fingerprint. */
export function SealingKeySection({ sealingKey }: Props) {
  const { t } = useTranslation();
  const { timestamp } = useFormat();
  return (
    <SettingsSection title={t('settings.sealingKey')} note={t('settings.sealingKeyNote')}>
      {sealingKey ? (
        <>
          <div>{t('settings.fingerprint')}</div>
          <HashText sha256={sealingKey.fingerprint} testId="sealing-key" />
          <div className="osmotr-muted">
            {t('settings.createdAt', { time: timestamp(sealingKey.createdAt) })}
          </div>
        </>
      ) : (
        <p>{t('settings.noSealingKey')}</p>
      )}
    </SettingsSection>
  );
}
