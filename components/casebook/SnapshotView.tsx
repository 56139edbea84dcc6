import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './casebook.module.css';
import { guardSnapshot } from './snapshot-document';

/** The stored copy of a page. Null: the capture has none. */
export function SnapshotView({ html }: { readonly html: string | null }) {
  const { t } = useTranslation();
  const guarded = useMemo(() => html !== null && guardSnapshot(html, parse), [html]);
  if (guarded === false) return <p className="osmotr-muted">{t('snapshot.missing')}</p>;
  return (
    <>
      <p className="osmotr-muted">{t('snapshot.note')}</p>
      <iframe
        className={classes.snapshot}
        sandbox=""
        referrerPolicy="no-referrer"
        title={t('snapshot.frame')}
        srcDoc={guarded}
        data-testid="snapshot"
      />
    </>
  );
}

function parse(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}
