import { useTranslation } from 'react-i18next';
import type { CaseDetails } from '@/utils/domain/case';
import type { ErrorRecord } from '@/utils/errors';
import type { BugEnvironment } from '../ui/bug-report';
import { ErrorNotice } from '../ui/ErrorNotice';
import { CaseForm } from './CaseForm';
import classes from './casefile.module.css';

interface Props {
  readonly initial: CaseDetails;
  readonly saving: boolean;
  readonly error: ErrorRecord | null;
  readonly environment: BugEnvironment;
  readonly onSave: (details: CaseDetails) => void;
  readonly onCancel: () => void;
}

/** The form of a new case. */
export function NewCase({ initial, saving, error, environment, onSave, onCancel }: Props) {
  const { t } = useTranslation();
  return (
    <section className={classes.newCase}>
      <h2>{t('casefile.create')}</h2>
      {error && <ErrorNotice error={error} environment={environment} />}
      <CaseForm initial={initial} saving={saving} onSave={onSave} onCancel={onCancel} />
    </section>
  );
}
