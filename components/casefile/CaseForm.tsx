import { Button, Fieldset, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseDetails, Jurisdiction } from '@/utils/domain/case';

const LIMIT = 500;
const TEXT_FIELDS = ['title', 'registerNumber', 'unit', 'position', 'rank', 'name'] as const;
export type CaseField = (typeof TEXT_FIELDS)[number];

interface Props {
  readonly initial: CaseDetails;
  readonly saving: boolean;
  /** The field to begin in. */
  readonly focus?: CaseField;
  readonly onSave: (details: CaseDetails) => void;
  readonly onCancel: () => void;
}

/** Makes or edits a case. Only the title is required: paperwork never blocks evidence. */
export function CaseForm({ initial, saving, focus = 'title', onSave, onCancel }: Props) {
  const { t } = useTranslation();
  const [details, setDetails] = useState(initial);
  const [isChecked, setIsChecked] = useState(false);

  const errorOf = (field: CaseField) => {
    if (details[field].length > LIMIT) return t('casefile.tooLong', { limit: LIMIT });
    return isChecked && field === 'title' && details.title.trim() === ''
      ? t('casefile.titleRequired')
      : undefined;
  };
  const inputProps = (field: CaseField) => ({
    size: 'xs',
    label: t(`casefile.${field}`),
    value: details[field],
    error: errorOf(field),
    autoComplete: 'off',
    autoFocus: field === focus,
    'data-autofocus': field === focus || undefined,
    'data-testid': `case-field-${field}`,
    onChange: (event: FormEvent<HTMLInputElement>) => {
      const { value } = event.currentTarget;
      setDetails((before) => ({ ...before, [field]: value }));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    const isValid =
      details.title.trim() !== '' && TEXT_FIELDS.every((field) => details[field].length <= LIMIT);
    if (isValid) onSave(details);
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap={8}>
        <TextInput {...inputProps('title')} required placeholder={t('casefile.titlePlaceholder')} />
        <TextInput {...inputProps('registerNumber')} description={t('casefile.registerNumberHint')} />
        <NativeSelect
          size="xs"
          label={t('casefile.jurisdiction')}
          data-testid="case-field-jurisdiction"
          value={details.jurisdiction}
          onChange={({ currentTarget }) => {
            const jurisdiction: Jurisdiction = currentTarget.value === 'uz' ? 'uz' : 'kz';
            setDetails((before) => ({ ...before, jurisdiction }));
          }}
        >
          <option value="kz">{t('casefile.kz')}</option>
          <option value="uz">{t('casefile.uz')}</option>
        </NativeSelect>
        <Fieldset legend={t('casefile.official')} p="xs" pt={4} fz="xs">
          <Stack gap={6}>
            <TextInput {...inputProps('unit')} />
            <TextInput {...inputProps('position')} />
            <TextInput {...inputProps('rank')} />
            <TextInput {...inputProps('name')} />
          </Stack>
        </Fieldset>
        <Group gap="xs" justify="flex-end">
          <Button size="xs" variant="default" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
          <Button size="xs" type="submit" data-testid="case-save" disabled={saving}>
            {saving ? t('casefile.saving') : t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
