import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CaseImport } from '@/utils/domain/case';
import { HashText } from '../ui/HashText';
import { HostileText } from '../ui/HostileText';
import { useFormat } from '../ui/use-format';
import classes from './casebook.module.css';
import { FactList } from './FactList';

/** That a case came out of a bundle and is only read; from whom, when, and which bundle it was. */
export function ImportedNote({ imports }: { readonly imports: readonly CaseImport[] }) {
  const { t } = useTranslation();
  const { timestamp, number } = useFormat();
  return (
    <section className={classes.imported} data-testid="imported-note">
      <h2>
        <IconLock size={16} aria-hidden /> {t('intake.readOnly')}
      </h2>
      <p className="osmotr-muted">{t('intake.readOnlyNote')}</p>
      {imports.map((taken) => (
        <FactList
          key={taken.importedAt + taken.tagManifestSha256}
          facts={[
            [t('intake.importedAt'), timestamp(taken.importedAt)],
            [t('intake.importedBy'), taken.by && <HostileText text={taken.by} limit={160} />],
            [t('intake.keySha256'), <HashText key="key" sha256={taken.keySha256} />],
            [t('intake.tagManifestSha256'), <HashText key="bundle" sha256={taken.tagManifestSha256} />],
            [t('intake.sealedAt'), timestamp(taken.sealedAt)],
            [t('intake.fileName'), <HostileText key="file" text={taken.fileName} limit={160} />],
            [
              t('intake.done'),
              t('intake.result', { captures: number(taken.captures), known: number(taken.known) }),
            ],
          ]}
        />
      ))}
    </section>
  );
}
