import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Case, type CaseDetails, detailsOf, isReadOnly } from '@/utils/domain/case';
import { type CaseField, CaseForm } from '../casefile/CaseForm';
import { HostileText } from '../ui/HostileText';
import { useFormat } from '../ui/use-format';
import classes from './casebook.module.css';
import { FactList } from './FactList';

interface Props {
  readonly shown: Case;
  readonly saving: boolean;
  /** The field in which the form opens; null while it is closed. */
  readonly form: CaseField | null;
  readonly onForm: (field: CaseField | null) => void;
  readonly onSave: (details: CaseDetails) => void;
}

/** What is known of a case, and the form that changes it. */
export function CaseFacts({ shown, saving, form, onForm, onSave }: Props) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="facts-title">
      <h2 id="facts-title">{t('casebook.facts')}</h2>
      {form ? (
        <div className={classes.form}>
          <CaseForm
            initial={detailsOf(shown)}
            saving={saving}
            focus={form}
            onSave={onSave}
            onCancel={() => onForm(null)}
          />
        </div>
      ) : (
        <>
          <CaseFactList shown={shown} />
          {!isReadOnly(shown) && (
            <Button
              size="xs"
              variant="default"
              mt="sm"
              data-testid="case-edit"
              onClick={() => onForm('title')}
            >
              {t('casebook.edit')}
            </Button>
          )}
        </>
      )}
    </section>
  );
}

function CaseFactList({ shown }: { readonly shown: Case }) {
  const { t } = useTranslation();
  const { timestamp } = useFormat();
  const stated = (text: string) => <HostileText text={text} />;
  return (
    <FactList
      facts={[
        [t('casefile.title'), stated(shown.title)],
        [t('casefile.registerNumber'), shown.registerNumber && stated(shown.registerNumber)],
        [t('casefile.jurisdiction'), t(`casefile.${shown.jurisdiction}`)],
        [t('casefile.unit'), shown.unit && stated(shown.unit)],
        [t('casefile.position'), shown.position && stated(shown.position)],
        [t('casefile.rank'), shown.rank && stated(shown.rank)],
        [t('casefile.name'), shown.name && stated(shown.name)],
        [t('casebook.createdAt'), timestamp(shown.createdAt)],
        [t('casebook.updatedAt'), timestamp(shown.updatedAt)],
      ]}
    />
  );
}
