import { Button, UnstyledButton } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaptureNote } from '@/utils/domain/annotation';
import { ByAndTime } from '../ui/ByAndTime';
import { HostileText } from '../ui/HostileText';
import { useFormat } from '../ui/use-format';
import classes from './notes.module.css';

/** Characters that a note may have. */
const LIMIT = 10_000;

interface Props {
  /** Oldest first. */
  readonly notes: readonly CaptureNote[];
  readonly isBusy: boolean;
  /** None can be added. */
  readonly isReadOnly: boolean;
  /** Resolves to whether it was kept. */
  readonly onAdd: (text: string, corrects: string | null) => Promise<boolean>;
}

/** The notes of a capture and a way to add one. None is ever changed: a correction stands under what it corrects. */
export function NoteList({ notes, isBusy, isReadOnly, onAdd }: Props) {
  const { t } = useTranslation();
  const [corrects, setCorrects] = useState<CaptureNote | null>(null);
  return (
    <section className={classes.section} aria-label={t('annotation.notes')}>
      <h2>{t('annotation.notes')}</h2>
      {notes.length === 0 && <p className="osmotr-muted">{t('annotation.noNotes')}</p>}
      <ol className={classes.notes}>
        {notes.map((note) => (
          <Note
            key={note.id}
            note={note}
            notes={notes}
            onCorrect={isReadOnly ? null : () => setCorrects(note)}
          />
        ))}
      </ol>
      {!isReadOnly && (
        <NoteForm
          key={corrects?.id ?? ''}
          corrects={corrects}
          isBusy={isBusy}
          onAdd={async (text) => {
            const isKept = await onAdd(text, corrects?.id ?? null);
            if (isKept) setCorrects(null);
            return isKept;
          }}
          onCancel={() => setCorrects(null)}
        />
      )}
    </section>
  );
}

interface NoteProps {
  readonly note: CaptureNote;
  readonly notes: readonly CaptureNote[];
  readonly onCorrect: (() => void) | null;
}

function Note({ note, notes, onCorrect }: NoteProps) {
  const { t } = useTranslation();
  const { timestamp } = useFormat();
  const corrected = note.corrects === null ? null : notes.find(({ id }) => id === note.corrects);
  const isCorrected = notes.some(({ corrects }) => corrects === note.id);
  return (
    <li className={classes.note} data-testid="note" data-corrected={isCorrected}>
      {corrected && (
        <div className={classes.corrects}>{t('annotation.corrects', { time: timestamp(corrected.at) })}</div>
      )}
      <div className={classes.noteText}>
        <HostileText text={note.text} limit={1200} />
      </div>
      <div className={classes.noteFacts}>
        <ByAndTime by={note.by} time={timestamp(note.at)} />
        {isCorrected && <strong>{t('annotation.corrected')}</strong>}
        {onCorrect && (
          <UnstyledButton className="osmotr-link-button" data-testid="correct-note" onClick={onCorrect}>
            {t('annotation.correct')}
          </UnstyledButton>
        )}
      </div>
    </li>
  );
}

interface NoteFormProps {
  readonly corrects: CaptureNote | null;
  readonly isBusy: boolean;
  readonly onAdd: (text: string) => Promise<boolean>;
  readonly onCancel: () => void;
}

function NoteForm({ corrects, isBusy, onAdd, onCancel }: NoteFormProps) {
  const { t } = useTranslation();
  const { number, timestamp } = useFormat();
  const [text, setText] = useState('');
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (await onAdd(text)) setText('');
  };
  return (
    <form className={classes.form} onSubmit={add}>
      <label>
        <strong>{corrects ? t('annotation.correction') : t('annotation.newNote')}</strong>
        {corrects && (
          <span className="osmotr-muted"> {t('annotation.corrects', { time: timestamp(corrects.at) })}</span>
        )}
        <textarea
          className={classes.textarea}
          rows={4}
          value={text}
          maxLength={LIMIT}
          data-testid="note-text"
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
      </label>
      <div className={classes.formFoot}>
        <Button type="submit" size="xs" disabled={text.trim() === '' || isBusy} data-testid="note-add">
          {t('annotation.addNote')}
        </Button>
        {corrects && (
          <Button size="xs" variant="default" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        )}
        {text.length > LIMIT * 0.8 && (
          <span className="osmotr-muted">
            {t('annotation.length', { length: number(text.length), limit: number(LIMIT) })}
          </span>
        )}
      </div>
      <p className="osmotr-muted">{t('annotation.noteRule')}</p>
    </form>
  );
}
