import { useTranslation } from 'react-i18next';
import { HostileText } from '../ui/HostileText';
import { useFormat } from '../ui/use-format';

interface Props {
  /** Empty: nobody is named, in the inbox. */
  readonly by: string;
  readonly at: string;
  readonly reason: string;
}

/** Who added an indicator by hand, when and why; it has no place on the page. */
export function ManualNote({ by, at, reason }: Props) {
  const { t } = useTranslation();
  const { timestamp } = useFormat();
  return (
    <p className="osmotr-muted" data-testid="manual-note">
      {t('found.noSightings')} {t('found.addedBy', { time: timestamp(at) })}
      {by && (
        <>
          {', '}
          <HostileText text={by} limit={120} />
        </>
      )}
      {': '}
      <HostileText text={reason} />
    </p>
  );
}
