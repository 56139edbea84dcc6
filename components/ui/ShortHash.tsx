import { useTranslation } from 'react-i18next';
import { CopyButton } from './CopyButton';
import { HostileText } from './HostileText';

interface Props {
  readonly sha256: string;
  /** Characters that are shown. */
  readonly length: number;
}

/** The beginning of a SHA-256, for rows; all of it to copy. */
export function ShortHash({ sha256, length }: Props) {
  const { t } = useTranslation();
  return (
    <span className="osmotr-mono" style={{ whiteSpace: 'nowrap' }}>
      <HostileText text={sha256} limit={length} brief />{' '}
      <CopyButton value={sha256} label={t('common.copyHash')} />
    </span>
  );
}
