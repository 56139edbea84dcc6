import { useTranslation } from 'react-i18next';
import { CopyButton } from './CopyButton';

interface Props {
  readonly sha256: string;
  readonly testId?: string;
}

/** A SHA-256 in groups of eight, so that two people can compare it aloud; the copy has no spaces. */
export function HashText({ sha256, testId }: Props) {
  const { t } = useTranslation();
  return (
    <span style={{ display: 'inline-flex', alignItems: 'flex-start', gap: 4 }}>
      <span className="osmotr-mono" data-testid={testId} data-sha256={sha256} style={{ fontSize: 12 }}>
        {sha256.match(/.{1,8}/g)?.join(' ')}
      </span>
      <CopyButton value={sha256} label={t('common.copyHash')} />
    </span>
  );
}
