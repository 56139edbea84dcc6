import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PixelRect } from '@/utils/domain/annotation';
import classes from './pictures.module.css';
import { withEdge } from './region-draft';

interface Props {
  readonly file: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly region: PixelRect;
  readonly isBusy: boolean;
  readonly onChange: (region: PixelRect) => void;
  readonly onSave: (caption: string) => void;
  readonly onCancel: () => void;
}

const EDGES = ['x', 'y', 'width', 'height'] as const;

/** The region that is being marked: drawn, or typed in, and what is said of it. */
export function RegionForm({ file, size, region, isBusy, onChange, onSave, onCancel }: Props) {
  const { t } = useTranslation();
  const [caption, setCaption] = useState('');
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (caption.trim() !== '') onSave(caption);
  };
  return (
    <form className={classes.form} onSubmit={save} data-testid="region-form">
      <p>{t('annotation.marking')}</p>
      <TextInput
        size="xs"
        label={t('annotation.caption')}
        value={caption}
        maxLength={2000}
        data-testid="region-caption"
        onChange={({ currentTarget }) => setCaption(currentTarget.value)}
      />
      <div className={classes.edges}>
        {EDGES.map((edge) => (
          <TextInput
            key={edge}
            size="xs"
            type="number"
            min={0}
            label={t(`annotation.${edge}`)}
            value={region[edge]}
            data-testid={`region-${edge}`}
            onChange={({ currentTarget }) =>
              onChange(withEdge(region, edge, Number(currentTarget.value), size))
            }
          />
        ))}
      </div>
      <p className="osmotr-muted">
        <span className="osmotr-mono">{file}</span>. {t('annotation.untouched')}
      </p>
      <div className={classes.formButtons}>
        <Button type="submit" size="xs" disabled={caption.trim() === '' || isBusy} data-testid="region-save">
          {t('annotation.saveRegion')}
        </Button>
        <Button size="xs" variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
