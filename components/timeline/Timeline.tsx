import { Button, Group } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight, IconMinus, IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Capture } from '@/utils/domain/capture';
import type { JournalEvent } from '@/utils/domain/journal';
import { TimeAxis } from './TimeAxis';
import { TimelineList } from './TimelineList';
import { pan, spanOf, type TimeSpan, zoom } from './time-axis';
import { type TimePoint, timePoints } from './time-points';
import classes from './timeline.module.css';

interface Props {
  readonly captures: readonly Capture[];
  readonly events: readonly JournalEvent[];
  /** The part that was shown when it was left; null: all. */
  readonly kept: TimeSpan | null;
  readonly onKeep: (span: TimeSpan | null) => void;
}

/** Captures and journal on one axis of time, with the shown part as a list below. */
export function Timeline({ captures, events, kept, onKeep }: Props) {
  const { t } = useTranslation();
  const points = useMemo(() => timePoints(captures, events), [captures, events]);
  if (points.length === 0) return <p className="osmotr-muted">{t('timeline.empty')}</p>;
  return <Axis points={points} kept={kept} onKeep={onKeep} />;
}

function Axis({
  points,
  kept,
  onKeep,
}: { readonly points: readonly TimePoint[] } & Pick<Props, 'kept' | 'onKeep'>) {
  const { t } = useTranslation();
  const { ref, width } = useElementSize();
  const whole = useMemo(() => spanOf(points.map(({ at }) => at)), [points]);
  const [chosen, setChosen] = useState(kept);
  const choose = (next: TimeSpan | null) => {
    setChosen(next);
    onKeep(next);
  };
  const span = chosen ?? whole;
  const tools = [
    { name: 'earlier', icon: <IconChevronLeft size={14} aria-hidden />, next: () => pan(span, -0.5, whole) },
    { name: 'closer', icon: <IconPlus size={14} aria-hidden />, next: () => zoom(span, 0.5, 0.5, whole) },
    { name: 'farther', icon: <IconMinus size={14} aria-hidden />, next: () => zoom(span, 2, 0.5, whole) },
    { name: 'later', icon: <IconChevronRight size={14} aria-hidden />, next: () => pan(span, 0.5, whole) },
  ] as const;
  return (
    <div data-testid="timeline">
      <Group gap={6}>
        {tools.map(({ name, icon, next }) => (
          <Button
            key={name}
            size="xs"
            variant="default"
            leftSection={icon}
            data-testid={`timeline-${name}`}
            onClick={() => choose(next())}
          >
            {t(`timeline.${name}`)}
          </Button>
        ))}
        <Button size="xs" variant="default" data-testid="timeline-all" onClick={() => choose(null)}>
          {t('timeline.all')}
        </Button>
      </Group>
      <div ref={ref} className={classes.room}>
        {width > 0 && <TimeAxis points={points} span={span} whole={whole} width={width} onSpan={choose} />}
      </div>
      <TimelineList points={points} span={span} />
    </div>
  );
}
