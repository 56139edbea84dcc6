import { Button } from '@mantine/core';
import { IconFileZip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ExportActivity } from '@/utils/domain/activity';
import type { ErrorRecord } from '@/utils/errors';
import { ExportStatus, type WorkState } from '../export/ExportStatus';
import type { BugEnvironment } from '../ui/bug-report';
import classes from './popup.module.css';

interface Props {
  readonly state: WorkState;
  readonly activity: ExportActivity | null;
  readonly error: ErrorRecord | null;
  readonly isInbox: boolean;
  readonly isEmpty: boolean;
  readonly environment: BugEnvironment;
  readonly onExport: () => void;
  readonly onCancel: () => void;
}

/** Export of the case, always in sight at the popup's foot. */
export function ExportPanel({ isInbox, isEmpty, onExport, ...status }: Props) {
  const { t } = useTranslation();
  const note = isInbox ? t('export.inboxNote') : isEmpty ? t('export.emptyNote') : null;
  return (
    <footer className={classes.export}>
      <ExportStatus {...status} />
      <Button
        fullWidth
        size="sm"
        variant="default"
        data-testid="export-case"
        disabled={note !== null || status.state === 'working'}
        leftSection={<IconFileZip size={16} aria-hidden />}
        onClick={onExport}
      >
        {t('export.button')}
      </Button>
      {note && <p className={classes.note}>{note}</p>}
    </footer>
  );
}
