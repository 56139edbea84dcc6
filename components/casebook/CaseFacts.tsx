import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Case, CaseDetails } from '@/utils/domain/case';
import type { ErrorRecord } from '@/utils/errors';
import { CaseForm } from '../casefile/CaseForm';
import type { BugEnvironment } from '../ui/bug-report';
import { ErrorNotice } from '../ui/ErrorNotice';
import { useFormat } from '../ui/use-format';
import classes from './casebook.module.css';
import { FactList } from './FactList';

export interface CaseFactsProps {
  readonly shown: Case;
  readonly saving: boolean;
  readonly saveError: ErrorRecord | null;
  readonly environment: BugEnvironment;
  /** Resolves to true if the details were saved. */
  readonly onSave: (details: CaseDetails) => Promise<boolean>;
}

/** What is known of a case, and the form that changes it. */
export function CaseFacts({ shown, saving, saveError, environment, onSave }: CaseFactsProps) {
  const { t } = useTranslation();
  const [isEditing, setIsEditing] = useState(false);
  if (isEditing) {
    return (
      <div className={classes.form}>
        {saveError && <ErrorNotice error={saveError} environment={environment} />}
        <CaseForm
          initial={detailsOf(shown)}
          saving={saving}
          onSave={async (details) => (await onSave(details)) && setIsEditing(false)}
          onCancel={() => setIsEditing(false)}
        />
      </div>
    );
  }
  return (
    <>
      <CaseFactList shown={shown} />
      {shown.archivedAt === undefined && !shown.imported && (
        <Button
          size="xs"
          variant="default"
          mt="sm"
          data-testid="case-edit"
          onClick={() => setIsEditing(true)}
        >
          {t('casebook.edit')}
        </Button>
      )}
    </>
  );
}

function CaseFactList({ shown }: { readonly shown: Case }) {
  const { t } = useTranslation();
  const { timestamp } = useFormat();
  const stated = (text: string) => <bdi>{text}</bdi>;
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

function detailsOf({
  id: _id,
  createdAt: _createdAt,
  updatedAt: _updatedAt,
  archivedAt: _archivedAt,
  imported: _imported,
  ...details
}: Case): CaseDetails {
  return details;
}
