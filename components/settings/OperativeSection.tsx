import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Jurisdiction, Official } from '@/utils/domain/case';
import { useRaise } from '../ui/use-raise';
import { SettingsSection } from './SettingsSection';
import classes from './settings.module.css';

const FIELDS = ['unit', 'position', 'rank', 'name'] as const;
const LIMIT = 500;

interface OperativeFields extends Official {
  readonly jurisdiction: Jurisdiction;
}

interface Props {
  readonly operative: OperativeFields;
  readonly onSave: (operative: OperativeFields) => Promise<void>;
}

/** Who works here: what new cases and deletions are filled in with. */
export function OperativeSection({ operative, onSave }: Props) {
  const { t } = useTranslation();
  const [fields, setFields] = useState(operative);
  const [isSaved, setIsSaved] = useState(false);
  const change = (next: Partial<OperativeFields>) => {
    setFields((before) => ({ ...before, ...next }));
    setIsSaved(false);
  };
  const raise = useRaise();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(fields).then(() => setIsSaved(true), raise);
  };
  return (
    <SettingsSection title={t('operative.title')} note={t('operative.note')}>
      <form onSubmit={submit} className={classes.grid}>
        <NativeSelect
          size="xs"
          label={t('casefile.jurisdiction')}
          data-testid="operative-jurisdiction"
          value={fields.jurisdiction}
          onChange={({ currentTarget }) =>
            change({ jurisdiction: currentTarget.value === 'uz' ? 'uz' : 'kz' })
          }
        >
          <option value="kz">{t('casefile.kz')}</option>
          <option value="uz">{t('casefile.uz')}</option>
        </NativeSelect>
        {FIELDS.map((field) => (
          <TextInput
            key={field}
            size="xs"
            maxLength={LIMIT}
            autoComplete="off"
            label={t(`casefile.${field}`)}
            data-testid={`operative-${field}`}
            value={fields[field]}
            onChange={({ currentTarget }) => change({ [field]: currentTarget.value })}
          />
        ))}
        <Group gap="sm" align="end">
          <Button type="submit" size="xs" variant="default" data-testid="operative-save">
            {t('common.save')}
          </Button>
          <span role="status" className={classes.good}>
            {isSaved && t('operative.saved')}
          </span>
        </Group>
      </form>
    </SettingsSection>
  );
}
