import { Button, UnstyledButton } from '@mantine/core';
import { IconFileZip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Case, INBOX_CASE_ID } from '@/utils/domain/case';
import { MoveSelect } from '../casefile/MoveSelect';
import { useFormat } from '../ui/use-format';
import classes from './captures.module.css';
import { TagEditor, type TagEditorProps } from './TagEditor';

export interface SelectionBarProps extends TagEditorProps {
  readonly count: number;
  readonly caseId: string;
  readonly cases: readonly Case[];
  readonly onMove: (caseId: string) => void;
  /** Nothing can be changed in their case. */
  readonly isReadOnly: boolean;
  /** Null: they can't be exported, since they lie in the inbox or aren't ours. */
  readonly onExport: (() => void) | null;
  readonly onClear: () => void;
}

/** What can be done with the captures that are chosen. */
export function SelectionBar({
  count,
  caseId,
  cases,
  onMove,
  isReadOnly,
  onExport,
  onClear,
  ...tags
}: SelectionBarProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const others = cases.filter(({ id }) => id !== caseId);
  const isInbox = caseId === INBOX_CASE_ID;
  return (
    <div className={classes.selection} data-testid="capture-selection" data-count={count}>
      <strong>{t('captures.selected', { number: number(count) })}</strong>
      {!isReadOnly && (others.length > 0 || !isInbox) && (
        <MoveSelect cases={others} withInbox={!isInbox} onMove={onMove} />
      )}
      {onExport && (
        <Button
          size="xs"
          variant="default"
          data-testid="export-chosen"
          leftSection={<IconFileZip size={14} aria-hidden />}
          onClick={onExport}
        >
          {t('captures.exportChosen')}
        </Button>
      )}
      {!isReadOnly && <TagEditor {...tags} />}
      <UnstyledButton className="osmotr-link-button" data-testid="pick-none" onClick={onClear}>
        {t('captures.unselect')}
      </UnstyledButton>
    </div>
  );
}
