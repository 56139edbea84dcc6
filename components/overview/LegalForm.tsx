import { Button, Checkbox, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Jurisdiction } from '@/utils/domain/case';
import type { CaseProcedure } from '@/utils/domain/procedure';
import classes from './overview.module.css';

const LIMIT = 500;

export type LegalField = 'bookNumber' | 'bookDate' | 'offence' | 'inspectionBasis' | 'place';

/** What the form holds of a procedure. */
export type Stated = Pick<CaseProcedure, LegalField | 'lawChecked'>;

interface Props {
  readonly procedure: Stated;
  readonly jurisdiction: Jurisdiction;
  readonly isBusy: boolean;
  readonly focus: LegalField;
  readonly onSave: (stated: Stated) => void;
  readonly onCancel: () => void;
}

/** The legal basis, each citation free text; templates put in what the matter is usually about. */
export function LegalForm({ procedure, jurisdiction, isBusy, focus, onSave, onCancel }: Props) {
  const { t } = useTranslation();
  const [fields, setFields] = useState(() => statedOf(procedure));
  const change = (next: Partial<Stated>) => setFields((before) => ({ ...before, ...next }));
  // Another citation is another one to check.
  const cite = (name: LegalField, text: string) => change({ [name]: text, lawChecked: false });
  const templates = useTemplates(jurisdiction);
  const input = (name: LegalField, more: { type?: string; wide?: boolean; cited?: boolean } = {}) => (
    <TextInput
      size="xs"
      type={more.type}
      className={more.wide ? classes.wide : undefined}
      label={t(`procedure.${name}`)}
      maxLength={LIMIT}
      autoComplete="off"
      autoFocus={name === focus}
      data-testid={`procedure-${name}`}
      value={fields[name]}
      onChange={({ currentTarget: { value } }) =>
        more.cited ? cite(name, value) : change({ [name]: value })
      }
    />
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(fields);
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      {jurisdiction === 'kz' && (
        <>
          {input('bookNumber')}
          {input('bookDate', { type: 'date' })}
        </>
      )}
      {input('offence', { wide: true, cited: true })}
      <Templates
        texts={templates.offences}
        onChoose={(text) => cite('offence', fields.offence === '' ? text : `${fields.offence}; ${text}`)}
      />
      {input('inspectionBasis', { wide: true, cited: true })}
      <Templates texts={[templates.basis]} onChoose={(text) => cite('inspectionBasis', text)} />
      {input('place', { wide: true })}
      <Checkbox
        size="xs"
        className={classes.wide}
        label={t('procedure.lawChecked')}
        data-testid="procedure-law-checked"
        checked={fields.lawChecked}
        onChange={({ currentTarget }) => change({ lawChecked: currentTarget.checked })}
      />
      <Group gap={6} justify="flex-end" className={classes.formEnd}>
        <Button size="xs" variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button size="xs" type="submit" disabled={isBusy} data-testid="procedure-save">
          {t('common.save')}
        </Button>
      </Group>
    </form>
  );
}

function statedOf({ bookNumber, bookDate, offence, inspectionBasis, place, lawChecked }: Stated): Stated {
  return { bookNumber, bookDate, offence, inspectionBasis, place, lawChecked };
}

function useTemplates(jurisdiction: Jurisdiction) {
  const { t } = useTranslation();
  return jurisdiction === 'kz'
    ? { offences: [t('legal.kz297'), t('legal.kz2991')], basis: t('legal.kzBasis') }
    : { offences: [t('legal.uz273'), t('legal.uz274')], basis: t('legal.uzBasis') };
}

interface TemplatesProps {
  readonly texts: readonly string[];
  readonly onChoose: (text: string) => void;
}

function Templates({ texts, onChoose }: TemplatesProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.templates}>
      <span className="osmotr-muted">{t('procedure.templates')}:</span>
      {texts.map((text) => (
        <Button
          key={text}
          size="compact-xs"
          variant="light"
          data-testid="legal-template"
          onClick={() => onChoose(text)}
        >
          {text}
        </Button>
      ))}
    </div>
  );
}
