import { Button } from '@mantine/core';
import { IconAlertTriangle, IconBug } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ErrorRecord } from '@/utils/errors';
import { type BugEnvironment, bugReport } from './bug-report';
import { CopyButton } from './CopyButton';
import { defangUrls } from './defang-url';
import { HostileText } from './HostileText';
import { Notice } from './Notice';
import classes from './notice.module.css';
import { useFormat } from './use-format';
import { useNames } from './use-names';

interface Props {
  readonly error: ErrorRecord;
  readonly environment: BugEnvironment;
  readonly title?: string;
  /** It stands in for what could not be shown: loading the page anew may help. */
  readonly withReload?: boolean;
}

/** An error as guidance: what happened, whether anything was lost, what to do. A bug comes with a report to copy. */
export function ErrorNotice({ error, environment, title, withReload = false }: Props) {
  const { t } = useTranslation();
  const isBug = error.code === 'unexpected';
  const facts = Object.entries(error.facts).filter(([, value]) => value !== '');
  return (
    <Notice
      title={title ?? (isBug ? t('bug.title') : undefined)}
      icon={isBug ? <IconBug size={18} /> : <IconAlertTriangle size={18} />}
    >
      {t(`error.${error.code}`)}
      {facts.length > 0 && (
        <ul className={classes.details}>
          {facts.map(([name, value]) => (
            <li key={name}>
              <Fact name={name} value={value} />
            </li>
          ))}
        </ul>
      )}
      {isBug && (
        <div className={classes.details}>
          {t('bug.copyReport')}{' '}
          <CopyButton value={bugReport({ text: error.detail }, environment)} label={t('bug.copyReport')} />
        </div>
      )}
      {withReload && (
        <div className={classes.details}>
          <Button size="xs" variant="default" data-testid="reload-page" onClick={() => location.reload()}>
            {t('bug.reload')}
          </Button>
        </div>
      )}
    </Notice>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  const { t } = useTranslation();
  const names = useNames();
  const { bytes } = useFormat();
  if (name === 'needed' || name === 'free') return t(`room.${name}`, { size: bytes(Number(value)) });
  if (name === 'field') return names.field(value);
  if (name === 'entry') return t('chain.entry', { position: Number(value) });
  const [code = '', rest = ''] = name === 'code' || name === 'reason' ? value.split(/: (.*)/s) : [];
  const finding = names.finding(code);
  if (finding) {
    return (
      <>
        {finding}
        {rest && (
          <>
            : <HostileText text={rest} limit={120} />
          </>
        )}
      </>
    );
  }
  return <HostileText text={defangUrls(value)} limit={120} />;
}
