import { useTranslation } from 'react-i18next';
import { CopyButton } from './CopyButton';
import { defangUrl } from './defang-url';
import { HostileText } from './HostileText';

/** A captured address: never a link, its scheme broken; the copy is the address as it was. */
export function DefangedUrl({ url, limit = 160 }: { readonly url: string; readonly limit?: number }) {
  const { t } = useTranslation();
  return (
    <span className="osmotr-break">
      <HostileText text={defangUrl(url)} limit={limit} />{' '}
      <CopyButton value={url} label={t('common.copyUrl')} />
    </span>
  );
}
