import { useTranslation } from 'react-i18next';
import { CopyButton } from '../ui/CopyButton';
import { SettingsSection } from './SettingsSection';
import classes from './settings.module.css';

/** What the developers need to know of this machine: nothing of a case. */
export function DiagnosticsSection({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  return (
    <SettingsSection title={t('diagnostics.title')} note={t('diagnostics.note')}>
      <div className={classes.report}>
        <pre data-testid="diagnostics">{text}</pre>
        <CopyButton value={text} label={t('diagnostics.copy')} />
      </div>
    </SettingsSection>
  );
}
