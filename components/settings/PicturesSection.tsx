import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PictureStrategy } from '@/utils/domain/capture';
import { SettingsSection } from './SettingsSection';

interface Props {
  /** Those that this browser has, in their order. */
  readonly strategies: readonly PictureStrategy[];
  readonly strategy: PictureStrategy;
  readonly onStrategy: (strategy: PictureStrategy) => void;
}

/** How pictures of a page are taken, and what the site can notice of each way. */
export function PicturesSection({ strategies, strategy, onStrategy }: Props) {
  const { t } = useTranslation();
  return (
    <SettingsSection title={t('pictures.title')}>
      <Radio.Group
        aria-label={t('pictures.title')}
        value={strategy}
        onChange={(value) => onStrategy(strategies.find((name) => name === value) ?? 'automatic')}
      >
        <Stack gap="xs">
          {strategies.map((name) => (
            <Radio
              key={name}
              size="sm"
              value={name}
              data-testid={`picture-strategy-${name}`}
              label={t(`pictures.${name}`)}
              description={t(`pictures.${name}Note`)}
            />
          ))}
        </Stack>
      </Radio.Group>
    </SettingsSection>
  );
}
