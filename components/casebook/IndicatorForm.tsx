import { Button, Fieldset, Group, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Capture } from '@/utils/domain/capture';
import { INDICATOR_FAMILIES } from '../capture/indicator-families';
import { isolateText } from '../ui/hostile-text';
import { useFormat } from '../ui/use-format';
import classes from './indicators.module.css';
import { TypeOptions } from './TypeOptions';

/** Longest value and reason that are stored. */
const LIMIT = 2_000;
const TYPES = Object.values(INDICATOR_FAMILIES).flat();

/** What a person adds: seen in which capture, and why. */
export interface NewIndicator {
  readonly captureId: string;
  readonly type: string;
  readonly value: string;
  readonly reason: string;
}

interface Props {
  /** Newest first. */
  readonly captures: readonly Capture[];
  readonly isBusy: boolean;
  readonly onSave: (indicator: NewIndicator) => void;
  readonly onCancel: () => void;
}

/** Adds an indicator that no detector took. */
export function IndicatorForm({ captures, isBusy, onSave, onCancel }: Props) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const [entered, setEntered] = useState<NewIndicator>({
    captureId: captures[0]?.id ?? '',
    type: TYPES[0] ?? '',
    value: '',
    reason: '',
  });
  const change = (part: Partial<NewIndicator>) => setEntered({ ...entered, ...part });
  const isComplete = entered.value.trim() !== '' && entered.reason.trim() !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(entered);
  };
  if (captures.length === 0) return <p className="osmotr-muted">{t('table.noCaptures')}</p>;
  return (
    <form onSubmit={submit}>
      <Fieldset legend={t('table.addTitle')} className={classes.form}>
        <NativeSelect
          size="xs"
          label={t('table.addCapture')}
          data-testid="add-capture"
          value={entered.captureId}
          onChange={({ currentTarget }) => change({ captureId: currentTarget.value })}
        >
          {captures.map((capture) => (
            <option key={capture.id} value={capture.id}>
              {[
                number(capture.number),
                isolateText(capture.host, 60),
                ...(capture.title ? [isolateText(capture.title, 60)] : []),
              ].join(' · ')}
            </option>
          ))}
        </NativeSelect>
        <NativeSelect
          size="xs"
          label={t('view.type')}
          data-testid="add-type"
          value={entered.type}
          onChange={({ currentTarget }) => change({ type: currentTarget.value })}
        >
          <TypeOptions types={TYPES} />
        </NativeSelect>
        <TextInput
          size="xs"
          required
          maxLength={LIMIT}
          label={t('view.value')}
          data-testid="add-value"
          value={entered.value}
          onChange={({ currentTarget }) => change({ value: currentTarget.value })}
        />
        <TextInput
          size="xs"
          required
          maxLength={LIMIT}
          label={t('table.addReason')}
          data-testid="add-reason"
          value={entered.reason}
          onChange={({ currentTarget }) => change({ reason: currentTarget.value })}
        />
        <Group gap="xs" className={classes.formEnd}>
          <Button type="submit" size="xs" data-testid="add-save" disabled={isBusy || !isComplete}>
            {t('table.addSave')}
          </Button>
          <Button size="xs" variant="default" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Fieldset>
    </form>
  );
}
