import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SettingsSection } from './SettingsSection';
import classes from './settings.module.css';

interface Props {
  /** Seconds. */
  readonly limit: number;
  readonly min: number;
  readonly max: number;
  readonly onLimit: (limit: number) => void;
}

/** How long a step of a capture may take. What is out of bounds is brought back when the field is left. */
export function StepLimitSection({ limit, min, max, onLimit }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | number>(limit);
  const leave = () => {
    const wanted = Number.parseInt(String(typed), 10);
    const next = Number.isNaN(wanted) ? limit : Math.min(max, Math.max(min, wanted));
    setTyped(next);
    if (next !== limit) onLimit(next);
  };
  return (
    <SettingsSection title={t('pictures.limit')} note={t('pictures.limitNote', { min, max })}>
      <NumberInput
        className={classes.numberField}
        size="xs"
        aria-label={t('pictures.limit')}
        hideControls
        min={min}
        max={max}
        step={5}
        allowDecimal={false}
        allowNegative={false}
        clampBehavior="none"
        value={typed}
        onChange={setTyped}
        onBlur={leave}
        data-testid="step-limit"
      />
    </SettingsSection>
  );
}
