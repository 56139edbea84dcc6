import { Button, Checkbox, SegmentedControl, useComputedColorScheme } from '@mantine/core';
import { IconFocusCentered, IconPhotoDown, IconShare2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FAMILY_NAMES, type IndicatorFamily } from '../capture/indicator-families';
import classes from './graph.module.css';
import { GRAPH_LAYOUTS, type GraphLayout } from './graph-canvas';
import { FAMILY_COLORS } from './graph-style';
import type { GraphFilter } from './use-link-graph';

interface Props {
  readonly filter: GraphFilter;
  readonly layout: GraphLayout;
  readonly onFilter: (filter: GraphFilter) => void;
  readonly onLayout: (layout: GraphLayout) => void;
  readonly onFit: () => void;
  readonly onPicture: () => void;
  readonly onGraphml: () => void;
}

/** What the graph shows, how it is laid out, and saving it. */
export function GraphToolbar({ filter, layout, onFilter, onLayout, onFit, onPicture, onGraphml }: Props) {
  const { t } = useTranslation();
  const colors = FAMILY_COLORS[useComputedColorScheme('light')];
  const toggle = (name: IndicatorFamily, isShown: boolean) => {
    const families = new Set(filter.families);
    if (isShown) families.add(name);
    else families.delete(name);
    onFilter({ ...filter, families });
  };
  return (
    <div className={classes.toolbar}>
      <div className={classes.tools}>
        {FAMILY_NAMES.map((name) => (
          <Checkbox
            key={name}
            size="xs"
            label={
              <>
                <span className={classes.dot} style={{ background: colors[name] }} aria-hidden />
                {t(`family.${name}`)}
              </>
            }
            data-testid={`graph-family-${name}`}
            checked={filter.families.has(name)}
            onChange={({ currentTarget }) => toggle(name, currentTarget.checked)}
          />
        ))}
      </div>
      <div className={classes.tools}>
        <Checkbox
          size="xs"
          label={t('graph.onlyShared')}
          data-testid="graph-only-shared"
          checked={filter.onlyShared}
          onChange={({ currentTarget }) => onFilter({ ...filter, onlyShared: currentTarget.checked })}
        />
        <SegmentedControl
          size="xs"
          aria-label={t('graph.layout')}
          data-testid="graph-layout"
          value={layout}
          data={GRAPH_LAYOUTS.map((value) => ({ value, label: t(`graph.layouts.${value}`) }))}
          onChange={(value) => onLayout(GRAPH_LAYOUTS.find((name) => name === value) ?? 'links')}
        />
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFocusCentered size={14} aria-hidden />}
          onClick={onFit}
        >
          {t('graph.fit')}
        </Button>
        <Button
          size="xs"
          variant="default"
          data-testid="graph-png"
          leftSection={<IconPhotoDown size={14} aria-hidden />}
          onClick={onPicture}
        >
          PNG
        </Button>
        <Button
          size="xs"
          variant="default"
          data-testid="graph-graphml"
          leftSection={<IconShare2 size={14} aria-hidden />}
          onClick={onGraphml}
        >
          GraphML
        </Button>
      </div>
    </div>
  );
}
