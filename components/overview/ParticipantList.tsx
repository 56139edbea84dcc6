import { ActionIcon, Button, Table } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Participant, ParticipantRole } from '@/utils/domain/procedure';
import casebook from '../casebook/casebook.module.css';
import { HostileText } from '../ui/HostileText';
import { isolateText } from '../ui/hostile-text';
import { keyed } from '../ui/keyed';
import classes from './overview.module.css';
import { ParticipantForm } from './ParticipantForm';

/** The person whose form is open: by place in the list, or one more in a role. */
export type ParticipantDraft = { readonly index: number } | { readonly role: ParticipantRole };

interface Props {
  readonly participants: readonly Participant[];
  readonly isReadOnly: boolean;
  readonly isBusy: boolean;
  readonly draft: ParticipantDraft | null;
  readonly onDraft: (draft: ParticipantDraft | null) => void;
  readonly onSave: (participants: readonly Participant[]) => void;
}

/** Who takes part in the inspection, and the form for one of them. */
export function ParticipantList({ participants, isReadOnly, isBusy, draft, onDraft, onSave }: Props) {
  const { t } = useTranslation();
  const edited = draft && 'index' in draft ? participants[draft.index] : undefined;
  const save = (person: Participant, before: Participant) => {
    // By what the person was, not by place: another tab may have changed the list meanwhile.
    const place = draft && 'index' in draft ? participants.findIndex((it) => isSame(it, before)) : -1;
    onSave(place < 0 ? [...participants, person] : participants.with(place, person));
  };
  return (
    <section aria-labelledby="participants-title">
      <h2 id="participants-title">{t('procedure.participants')}</h2>
      {participants.length === 0 && !draft && <p className="osmotr-muted">{t('procedure.noParticipants')}</p>}
      {participants.length > 0 && (
        <Table className={`${casebook.table} ${classes.people}`}>
          <Table.Tbody>
            {keyed(participants, ({ role, name }) => `${role} ${name}`).map(({ key, item }, index) => (
              <Table.Tr key={key} data-testid="participant" data-role={item.role}>
                <Table.Td className="osmotr-muted">{t(`role.${item.role}`)}</Table.Td>
                <Table.Td>
                  <Person person={item} />
                </Table.Td>
                {!isReadOnly && (
                  <Table.Td className={classes.personActions}>
                    <ActionIcon
                      variant="subtle"
                      size="sm"
                      aria-label={t('procedure.editPerson', { name: isolateText(item.name) })}
                      data-testid="participant-edit"
                      disabled={draft !== null}
                      onClick={() => onDraft({ index })}
                    >
                      <IconPencil size={14} aria-hidden />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      size="sm"
                      disabled={isBusy || draft !== null}
                      aria-label={t('procedure.removePerson', { name: isolateText(item.name) })}
                      data-testid="participant-remove"
                      onClick={() => onSave(participants.filter((_person, at) => at !== index))}
                    >
                      <IconTrash size={14} aria-hidden />
                    </ActionIcon>
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {draft ? (
        <ParticipantForm
          key={'index' in draft ? draft.index : draft.role}
          initial={edited ?? { role: roleOf(draft), name: '', address: '', document: '' }}
          isBusy={isBusy}
          onSave={save}
          onCancel={() => onDraft(null)}
        />
      ) : (
        !isReadOnly && (
          <Button
            size="xs"
            variant="default"
            mt={8}
            data-testid="participant-add"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => onDraft({ role: 'investigator' })}
          >
            {t('procedure.add')}
          </Button>
        )
      )}
    </section>
  );
}

function isSame(a: Participant, b: Participant): boolean {
  return a.role === b.role && a.name === b.name && a.address === b.address && a.document === b.document;
}

function Person({ person: { name, address, document } }: { readonly person: Participant }) {
  const { t } = useTranslation();
  return (
    <>
      <div>
        {name === '' ? (
          <span className="osmotr-muted">{t('casebook.notStated')}</span>
        ) : (
          <HostileText text={name} limit={120} />
        )}
      </div>
      {[address, document]
        .filter((text) => text !== '')
        .map((text) => (
          <div key={text} className="osmotr-muted">
            <HostileText text={text} limit={160} />
          </div>
        ))}
    </>
  );
}

function roleOf(draft: ParticipantDraft): ParticipantRole {
  return 'role' in draft ? draft.role : 'investigator';
}
