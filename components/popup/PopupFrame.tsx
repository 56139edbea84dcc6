import { Button } from '@mantine/core';
import { IconFolders } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '@/utils/i18n/language';
import { LanguageSelect } from '../ui/LanguageSelect';
import classes from './popup.module.css';

interface Props {
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  readonly onOpenCasebook: () => void;
  readonly children: ReactNode;
}

/** The popup's outline: a bar with the casebook and the language, the work below. */
export function PopupFrame({ language, onLanguage, onOpenCasebook, children }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.frame}>
      <header className={classes.bar}>
        <h1>{t('app.name')}</h1>
        <Button
          size="compact-sm"
          variant="subtle"
          data-testid="open-casebook"
          leftSection={<IconFolders size={16} aria-hidden />}
          onClick={onOpenCasebook}
        >
          {t('popup.openCasebook')}
        </Button>
        <div className={classes.language}>
          <LanguageSelect value={language} onChange={onLanguage} />
        </div>
      </header>
      <main className={classes.main}>{children}</main>
    </div>
  );
}
