import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './casebook.module.css';

/** That a case is put away and can't be changed, and the way to take it out again. */
export function ArchivedNote({ onTake }: { readonly onTake: () => void }) {
  const { t } = useTranslation();
  return (
    <p className={classes.archived} data-testid="archived-note">
      {t('archive.note')}{' '}
      <UnstyledButton className="osmotr-link-button" data-testid="unarchive" onClick={onTake}>
        {t('archive.take')}
      </UnstyledButton>
    </p>
  );
}
