import { ActionIcon, Button, FileButton } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CertificateFacts } from '@/utils/domain/attestation';
import type { ErrorRecord } from '@/utils/errors';
import type { BugEnvironment } from '../ui/bug-report';
import { ErrorNotice } from '../ui/ErrorNotice';
import { HashText } from '../ui/HashText';
import { HostileText } from '../ui/HostileText';
import { useFormat } from '../ui/use-format';
import { SettingsSection } from './SettingsSection';
import classes from './trusted-time.module.css';

interface Props {
  readonly roots: readonly CertificateFacts[];
  readonly error: ErrorRecord | null;
  readonly environment: BugEnvironment;
  readonly onAdd: (files: readonly File[]) => void;
  readonly onRemove: (sha256: string) => void;
}

/** The root certificates that the operative trusts, each to be compared by its SHA-256. */
export function RootsSection({ roots, error, environment, onAdd, onRemove }: Props) {
  const { t } = useTranslation();
  return (
    <SettingsSection title={t('trustedTime.roots')} note={t('trustedTime.rootsNote')}>
      {roots.length === 0 && <p className={classes.warn}>{t('trustedTime.noRoots')}</p>}
      <ul className={classes.roots}>
        {roots.map((root) => (
          <RootItem key={root.sha256} root={root} onRemove={onRemove} />
        ))}
      </ul>
      {error && <ErrorNotice error={error} environment={environment} />}
      <div>
        <FileButton
          multiple
          accept=".pem,.crt,.cer,.der"
          inputProps={{ 'aria-label': t('trustedTime.addRoots') }}
          onChange={onAdd}
        >
          {(props) => (
            <Button {...props} variant="default" size="xs" data-testid="add-roots">
              {t('trustedTime.addRoots')}
            </Button>
          )}
        </FileButton>
      </div>
    </SettingsSection>
  );
}

function RootItem({ root, onRemove }: { readonly root: CertificateFacts } & Pick<Props, 'onRemove'>) {
  const { t } = useTranslation();
  const { timestamp } = useFormat();
  const { subject, notBefore, notAfter, sha256 } = root;
  return (
    <li data-testid="root-row" data-sha256={sha256}>
      <div>
        <HostileText text={subject} limit={400} />
        <div className="osmotr-muted">
          {t('trustedTime.validity', { from: timestamp(notBefore), to: timestamp(notAfter) })}
        </div>
        <HashText sha256={sha256} />
      </div>
      <ActionIcon
        variant="subtle"
        aria-label={t('trustedTime.remove')}
        title={t('trustedTime.remove')}
        data-testid="remove-root"
        onClick={() => onRemove(sha256)}
      >
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </li>
  );
}
