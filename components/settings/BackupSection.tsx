import { Button, Group } from '@mantine/core';
import { type ChangeEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorRecord } from '@/utils/errors';
import type { BugEnvironment } from '../ui/bug-report';
import { ErrorNotice } from '../ui/ErrorNotice';
import { HashText } from '../ui/HashText';
import { useFormat } from '../ui/use-format';
import { WorkProgress } from '../ui/WorkProgress';
import { SettingsSection } from './SettingsSection';
import classes from './settings.module.css';

/** How a backup or a restore goes, and what came of it. */
export type BackupState =
  | { readonly state: 'idle' }
  | {
      readonly state: 'working';
      readonly phase: 'read' | 'hash' | 'check' | 'store' | 'save';
      readonly doneBytes: number;
      readonly totalBytes: number;
    }
  | {
      readonly state: 'saved';
      readonly fileName: string;
      readonly bytes: number;
      readonly sha256: string;
      readonly damaged: number;
    }
  | { readonly state: 'restored'; readonly cases: number; readonly captures: number; readonly sha256: string }
  | { readonly state: 'failed'; readonly error: ErrorRecord };

interface Props {
  readonly work: BackupState;
  readonly environment: BugEnvironment;
  readonly onBackup: () => void;
  readonly onRestore: (file: File) => void;
  readonly onCancel: () => void;
}

/** Everything to one file, and back. */
export function BackupSection({ work, environment, onBackup, onRestore, onCancel }: Props) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const isWorking = work.state === 'working';
  const choose = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const [file] = currentTarget.files ?? [];
    if (file) onRestore(file);
    // The same file chosen again must be heard of again.
    currentTarget.value = '';
  };
  return (
    <SettingsSection title={t('backup.title')} note={t('backup.note')}>
      <Group gap="sm">
        <Button size="xs" data-testid="backup-make" disabled={isWorking} onClick={onBackup}>
          {t('backup.make')}
        </Button>
        <Button
          size="xs"
          variant="default"
          data-testid="backup-restore"
          disabled={isWorking}
          onClick={() => input.current?.click()}
        >
          {t('backup.restore')}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".zip"
          hidden
          aria-label={t('backup.restore')}
          data-testid="backup-file"
          onChange={choose}
        />
      </Group>
      <p className="osmotr-muted">{t('backup.restoreNote')}</p>
      <div data-testid="backup-status" data-state={work.state}>
        {isWorking && <WorkProgress label={t(`backup.${work.phase}`)} {...work} onCancel={onCancel} />}
        {work.state === 'failed' && <ErrorNotice error={work.error} environment={environment} />}
        <div role="status">
          <Result work={work} />
        </div>
      </div>
    </SettingsSection>
  );
}

function Result({ work }: Pick<Props, 'work'>) {
  const { t } = useTranslation();
  const { bytes, number } = useFormat();
  if (work.state === 'restored') {
    const { cases, captures } = work;
    return (
      <p className={classes.good}>
        {t('backup.restored', { cases: number(cases), captures: number(captures) })}
      </p>
    );
  }
  if (work.state !== 'saved') return null;
  return (
    <>
      <p>
        <span className="osmotr-mono">{work.fileName}</span> · {bytes(work.bytes)}
      </p>
      {work.damaged > 0 && <p className={classes.bad}>{t('backup.damaged', { count: work.damaged })}</p>}
      <p className="osmotr-muted">{t('backup.done')}</p>
      <HashText sha256={work.sha256} testId="backup-sha256" />
    </>
  );
}
