import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PARTICIPANT_ROLES, type Participant } from '@/utils/domain/procedure';
import classes from './overview.module.css';

const LIMIT = 500;

interface Props {
  readonly initial: Participant;
  readonly isBusy: boolean;
  /** `before`: as the form was opened with. */
  readonly onSave: (person: Participant, before: Participant) => void;
  readonly onCancel: () => void;
}

/** One participant. Nothing is required: what is blank stands among the gaps. */
export function ParticipantForm({ initial, isBusy, onSave, onCancel }: Props) {
  const { t } = useTranslation();
  const [before] = useState(initial);
  const [person, setPerson] = useState(initial);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(person, before);
  };
  const field = (name: 'name' | 'address' | 'document', label: string) => (
    <TextInput
      size="xs"
      label={label}
      maxLength={LIMIT}
      autoComplete="off"
      autoFocus={name === 'name'}
      data-testid={`participant-${name}`}
      value={person[name]}
      onChange={({ currentTarget }) => setPerson((it) => ({ ...it, [name]: currentTarget.value }))}
    />
  );
  return (
    <form onSubmit={submit} className={classes.form}>
      <NativeSelect
        size="xs"
        label={t('procedure.role')}
        data-testid="participant-role"
        value={person.role}
        data={PARTICIPANT_ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
        onChange={({ currentTarget }) => {
          const role = PARTICIPANT_ROLES.find((it) => it === currentTarget.value);
          if (role) setPerson((it) => ({ ...it, role }));
        }}
      />
      {field('name', t('procedure.person'))}
      {field('address', t('procedure.address'))}
      {field(
        'document',
        t(person.role === 'specialist' ? 'procedure.documentOfSpecialist' : 'procedure.document'),
      )}
      <Group gap={6} justify="flex-end" className={classes.formEnd}>
        <Button size="xs" variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button size="xs" type="submit" disabled={isBusy} data-testid="participant-save">
          {t('common.save')}
        </Button>
      </Group>
    </form>
  );
}
