import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Deletion } from '@/utils/domain/deletion';
import { FOCUS_FIRST } from '../casebook/use-screen-focus';
import { LiveMessage } from '../ui/LiveMessage';
import { useFormat } from '../ui/use-format';
import classes from './deletion.module.css';

interface Props {
  readonly deletions: readonly Deletion[];
  /** Unix time in ms. */
  readonly now: () => number;
  readonly onUndo: (captureId: string) => void;
}

const TICK_MS = 250;

/** What was deleted in the last seconds, each with the way back. */
export function PendingDeletions({ deletions, now, onUndo }: Props) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const [time, setTime] = useState(now);
  const isIdle = deletions.length === 0;
  const latest = deletions.at(-1);
  useEffect(() => {
    if (isIdle) return;
    setTime(now());
    const timer = setInterval(() => setTime(now()), TICK_MS);
    return () => clearInterval(timer);
  }, [isIdle, now]);
  const latestId = latest?.captureId ?? null;
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The button that deleted has gone with its screen; whoever does something else meanwhile isn't disturbed.
    const { activeElement } = document;
    if (latestId && (activeElement === document.body || activeElement?.tagName === 'H1'))
      undo.current?.focus();
  }, [latestId]);
  return (
    <div className={classes.pending}>
      <LiveMessage text={latest ? t('deletion.done', { number: number(latest.capture.number) }) : ''} />
      {deletions
        .filter(({ erasedAtMs }) => erasedAtMs > time)
        .map(({ captureId, capture, erasedAtMs }) => (
          <div
            key={captureId}
            className={classes.bar}
            data-testid="pending-deletion"
            data-capture={captureId}
          >
            <span>{t('deletion.done', { number: number(capture.number) })}</span>
            <Button
              size="compact-sm"
              variant="default"
              data-testid="undo-deletion"
              {...(captureId === latestId && { ref: undo })}
              {...(captureId === latestId && captureId !== focusedId && FOCUS_FIRST)}
              onFocus={() => setFocusedId(captureId)}
              onClick={({ currentTarget }) => {
                currentTarget.closest('main')?.focus();
                onUndo(captureId);
              }}
            >
              {t('deletion.undo', { seconds: Math.ceil((erasedAtMs - time) / 1000) })}
            </Button>
          </div>
        ))}
    </div>
  );
}
