import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const STRATEGIES = ['automatic', 'rendered'] as const;
type Strategy = (typeof STRATEGIES)[number];

interface Props {
  readonly strategy: Strategy;
  readonly onStrategy: (strategy: Strategy) => void;
}

/** How pictures of a page are taken. */
export function PicturesSection({ strategy, onStrategy }: Props) {
  const { t } = useTranslation();
  return (
    <Radio.Group
      label={t('settings.pictures')}
      value={strategy}
      onChange={(value) => onStrategy(value === 'rendered' ? 'rendered' : 'automatic')}
    >
      <Stack gap="xs" mt={6}>
        {STRATEGIES.map((name) => (
          <Radio
            key={name}
            size="sm"
            value={name}
            data-testid={`picture-strategy-${name}`}
            label={t(`settings.${name}`)}
            description={t(`settings.${name}Note`)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
