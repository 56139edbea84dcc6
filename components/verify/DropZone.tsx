import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './verify.module.css';

interface Props {
  readonly isCompact: boolean;
  /** A report is shown: the next file is another one. */
  readonly isAgain: boolean;
  readonly onFile: (file: File) => void;
}

/** Takes a file: by drop anywhere in the window, by click, by keyboard. */
export function DropZone({ isCompact, isAgain, onFile }: Props) {
  const { t } = useTranslation();
  const isOver = useFileDrop(onFile);
  const button = t(isAgain ? 'verify.another' : 'verify.choose');
  return (
    <label className={classes.drop} data-testid="verify-drop" data-compact={isCompact} data-over={isOver}>
      <input
        type="file"
        accept=".zip,application/zip"
        data-testid="verify-file"
        aria-label={`${button}. ${t('verify.drop')}`}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) onFile(file);
          // The same file may be chosen again.
          currentTarget.value = '';
        }}
      />
      <span>{t('verify.drop')}</span>
      <span className={classes.button} aria-hidden>
        {button}
      </span>
    </label>
  );
}

// The window, not the zone: a browser would leave this page for a file that is dropped beside it.
function useFileDrop(onFile: (file: File) => void): boolean {
  const [isOver, setIsOver] = useState(false);
  const take = useRef(onFile);
  useEffect(() => {
    take.current = onFile;
  }, [onFile]);
  useEffect(() => {
    const controller = new AbortController();
    const listen = (kind: 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void) =>
      window.addEventListener(
        kind,
        (event) => {
          event.preventDefault();
          act(event);
        },
        { signal: controller.signal },
      );
    listen('dragover', () => setIsOver(true));
    listen('dragleave', ({ relatedTarget }) => setIsOver(relatedTarget !== null));
    listen('drop', ({ dataTransfer }) => {
      setIsOver(false);
      const [file] = dataTransfer?.files ?? [];
      if (file) take.current(file);
    });
    return () => controller.abort();
  }, []);
  return isOver;
}
