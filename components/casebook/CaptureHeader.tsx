import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Capture } from '@/utils/domain/capture';
import { type Case, isReadOnly } from '@/utils/domain/case';
import { DefangedUrl } from '../ui/DefangedUrl';
import { HashText } from '../ui/HashText';
import { HostileText } from '../ui/HostileText';
import { useFormat } from '../ui/use-format';
import classes from './casebook.module.css';
import { MoveCapture } from './MoveCapture';
import { routeHref } from './route';
import { StateBadge } from './StateBadge';
import { WatchBadge } from './WatchBadge';

interface Props {
  readonly details: { readonly capture: Capture; readonly owner: Case | null };
  readonly cases: readonly Case[];
  readonly onMove: (caseId: string) => void;
  /** The way to delete it. */
  readonly deletion: ReactNode;
}

/** What a capture is: whose, of which page, when, and its hash. */
export function CaptureHeader({ details, cases, onMove, deletion }: Props) {
  const { t } = useTranslation();
  const { timestamp, bytes, number } = useFormat();
  const { capture, owner } = details;
  const isClosed = isReadOnly(owner);
  return (
    <header className={classes.captureHead}>
      <a href={routeHref({ view: 'case', id: capture.caseId, tab: 'captures' })} className={classes.backLink}>
        <IconArrowLeft size={16} aria-hidden />
        {owner ? <HostileText text={owner.title} limit={80} brief /> : t('common.inbox')}
      </a>
      <div className={classes.head}>
        <div className="osmotr-break">
          <h1>
            <HostileText text={capture.host} limit={120} />
          </h1>
          <div>
            <HostileText text={capture.title} limit={160} />
          </div>
          <div className="osmotr-mono">
            <DefangedUrl url={capture.url} />
          </div>
        </div>
        {!isClosed && <MoveCapture cases={cases} caseId={capture.caseId} onMove={onMove} />}
      </div>
      <div className={classes.headFacts}>
        <span>{t('capture.number', { number: number(capture.number) })}</span>
        <span>{timestamp(capture.startedAt)}</span>
        <span>{bytes(capture.bytes)}</span>
        <StateBadge complete={capture.complete} />
        <WatchBadge watched={capture.watched} />
        <span>
          SHA-256 <HashText sha256={capture.sha256} />
        </span>
      </div>
      {!isClosed && deletion}
    </header>
  );
}
