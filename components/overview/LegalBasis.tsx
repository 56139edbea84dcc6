import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Jurisdiction } from '@/utils/domain/case';
import type { CaseProcedure } from '@/utils/domain/procedure';
import { FactList } from '../casebook/FactList';
import { HostileText } from '../ui/HostileText';
import { MARK, TextAround } from '../ui/TextAround';
import { useFormat } from '../ui/use-format';
import { type LegalField, LegalForm, type Stated } from './LegalForm';
import classes from './overview.module.css';

interface Props {
  readonly procedure: CaseProcedure;
  readonly jurisdiction: Jurisdiction;
  readonly isReadOnly: boolean;
  readonly isBusy: boolean;
  /** The field in which the form opens; null while it is closed. */
  readonly form: LegalField | null;
  readonly onForm: (field: LegalField | null) => void;
  readonly onSave: (stated: Stated) => void;
}

/** Under which articles the matter and its inspection stand, and where the protocol is drawn up. */
export function LegalBasis(props: Props) {
  const { procedure, jurisdiction, isReadOnly, form, onForm } = props;
  const { t } = useTranslation();
  const facts = useFacts(procedure, jurisdiction);
  const isCited = procedure.offence !== '' || procedure.inspectionBasis !== '';
  return (
    <section aria-labelledby="legal-title">
      <h2 id="legal-title">{t('procedure.title')}</h2>
      {form ? (
        <LegalForm {...props} focus={form} onCancel={() => onForm(null)} />
      ) : (
        <>
          <FactList facts={facts} />
          {isCited && !procedure.lawChecked && (
            <p className={classes.unverified} data-testid="law-unverified">
              {t('procedure.unverified')}
            </p>
          )}
          {!isReadOnly && (
            <Button
              size="xs"
              variant="default"
              mt={8}
              data-testid="procedure-edit"
              onClick={() => onForm('offence')}
            >
              {t('casebook.edit')}
            </Button>
          )}
        </>
      )}
    </section>
  );
}

function useFacts(
  { bookNumber, bookDate, offence, inspectionBasis, place }: CaseProcedure,
  jurisdiction: Jurisdiction,
) {
  const { t } = useTranslation();
  const { recordedDate } = useFormat();
  const stated = (text: string) => text && <HostileText text={text} limit={300} />;
  const date = recordedDate(bookDate);
  const entry =
    bookNumber && bookDate ? (
      <TextAround text={t('procedure.bookEntryOf', { number: MARK, date })}>{stated(bookNumber)}</TextAround>
    ) : (
      stated(bookNumber) || date
    );
  return [
    ...(jurisdiction === 'kz' ? [[t('procedure.bookEntry'), entry] as const] : []),
    [t('procedure.offence'), stated(offence)] as const,
    [t('procedure.inspectionBasis'), stated(inspectionBasis)] as const,
    [t('procedure.place'), stated(place)] as const,
  ];
}
