import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Language } from '@/utils/i18n/language';
import { HashText } from '../ui/HashText';
import { LanguageSelect } from '../ui/LanguageSelect';
import { useFormat } from '../ui/use-format';
import classes from './casebook.module.css';

const STRATEGIES = ['automatic', 'rendered'] as const;
export type Strategy = (typeof STRATEGIES)[number];

interface Props {
  readonly language: Language;
  readonly strategy: Strategy;
  /** Null: none has been made yet. */
  readonly sealingKey: { readonly fingerprint: string; readonly createdAt: string } | null;
  readonly onLanguage: (language: Language) => void;
  readonly onStrategy: (strategy: Strategy) => void;
}

/** The operative's settings, each with what it means. */
export function SettingsPanel({ language, strategy, sealingKey, onLanguage, onStrategy }: Props) {
  const { t } = useTranslation();
  const { timestamp } = useFormat();
  return (
    <div className={classes.settings}>
      <h1>{t('settings.title')}</h1>
      <section className={classes.shortField}>
        <LanguageSelect value={language} onChange={onLanguage} label={t('settings.language')} />
      </section>
      <Radio.Group
        label={t('settings.pictures')}
        value={strategy}
        onChange={(value) => onStrategy(value === 'rendered' ? 'rendered' : 'automatic')}
      >
        <Stack gap="xs" mt={6}>
          {STRATEGIES.map((name) => (
            <Radio
              key={name}
              size="sm"
              value={name}
              data-testid={`picture-strategy-${name}`}
              label={t(`settings.${name}`)}
              description={t(`settings.${name}Note`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      <section>
        <h2>{t('settings.sealingKey')}</h2>
        <p className="osmotr-muted">{t('settings.sealingKeyNote')}</p>
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
      </section>
    </div>
  );
}
