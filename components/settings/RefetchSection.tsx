import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SettingsSection } from './SettingsSection';

interface Props {
  readonly isAllowed: boolean;
  readonly onAllow: (isAllowed: boolean) => void;
}

/** Whether a site may be asked again for what is missing of its page. */
export function RefetchSection({ isAllowed, onAllow }: Props) {
  const { t } = useTranslation();
  return (
    <SettingsSection title={t('refetch.title')} note={t('refetch.note')}>
      <Checkbox
        size="sm"
        label={t('refetch.allow')}
        data-testid="allow-requests"
        checked={isAllowed}
        onChange={({ currentTarget }) => onAllow(currentTarget.checked)}
      />
    </SettingsSection>
  );
}
