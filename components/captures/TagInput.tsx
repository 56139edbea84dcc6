import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { normaliseTag } from '@/utils/domain/annotation';
import { offersOf } from '../ui/hostile-text';
import classes from './captures.module.css';

interface Props {
  /** Tags of the case, offered while one types. */
  readonly known: readonly string[];
  readonly isBusy: boolean;
  readonly onAdd: (tag: string) => void;
}

/** Adds a tag: one that the case has already, or a new one. */
export function TagInput({ known, isBusy, onAdd }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const listId = useId();
  const offers = useMemo(() => offersOf(known), [known]);
  const tag = normaliseTag(text);
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (tag === '') return;
    onAdd(tag);
    setText('');
  };
  return (
    <form className={classes.tagForm} onSubmit={add}>
      <TextInput
        size="xs"
        list={listId}
        value={text}
        maxLength={60}
        placeholder={t('captures.tagHint')}
        aria-label={t('captures.addTag')}
        data-testid="tag-input"
        onChange={({ currentTarget }) => setText(offers.meant(currentTarget.value))}
      />
      <datalist id={listId}>
        {offers.shown.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Button type="submit" size="xs" variant="default" disabled={tag === '' || isBusy} data-testid="tag-add">
        {t('captures.addTag')}
      </Button>
    </form>
  );
}
