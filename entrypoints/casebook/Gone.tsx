import { useTranslation } from 'react-i18next';

/** What a route shows that leads to nothing. */
export function Gone() {
  const { t } = useTranslation();
  return <p className="osmotr-muted">{t('casebook.gone')}</p>;
}
