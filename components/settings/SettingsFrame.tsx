import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './settings.module.css';

/** The settings' outline: one section under another. */
export function SettingsFrame({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className={classes.settings}>
      <h1>{t('settings.title')}</h1>
      {children}
    </div>
  );
}
