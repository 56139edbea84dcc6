import { Button, UnstyledButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Case, INBOX_CASE_ID } from '@/utils/domain/case';
import { CaseSelect } from '../casefile/CaseSelect';
import classes from './popup.module.css';

interface Props {
  readonly cases: readonly Case[];
  readonly caseId: string;
  readonly onChoose: (caseId: string) => void;
  readonly onCreate: () => void;
  readonly onWelcome: () => void;
}

/** The case that captures go to. */
export function CasePanel({ cases, caseId, onChoose, onCreate, onWelcome }: Props) {
  const { t } = useTranslation();
  return (
    <section>
      <div className={classes.caseRow}>
        <span id="case-label">{t('casefile.current')}</span>
        <Button
          size="compact-xs"
          variant="subtle"
          data-testid="case-create"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={onCreate}
        >
          {t('casefile.create')}
        </Button>
      </div>
      <CaseSelect cases={cases} value={caseId} onChange={onChoose} labelledBy="case-label" />
      {caseId === INBOX_CASE_ID && (
        <p className={classes.note}>
          {t('popup.inboxNote')}{' '}
          {cases.length === 0 && (
            <UnstyledButton className="osmotr-link-button" data-testid="open-welcome" onClick={onWelcome}>
              {t('welcome.link')}
            </UnstyledButton>
          )}
        </p>
      )}
    </section>
  );
}
