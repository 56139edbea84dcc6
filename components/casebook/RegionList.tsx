import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PictureRegion } from '@/utils/domain/annotation';
import { ByAndTime } from '../ui/ByAndTime';
import { HostileText } from '../ui/HostileText';
import { isolateText } from '../ui/hostile-text';
import { useFormat } from '../ui/use-format';
import classes from './notes.module.css';

interface Props {
  readonly regions: readonly PictureRegion[];
  readonly isBusy: boolean;
  readonly isReadOnly: boolean;
  readonly onShow: (region: PictureRegion) => void;
  readonly onRemove: (region: PictureRegion) => void;
}

/** The regions that are marked on a capture's pictures, with their captions for the annex. */
export function RegionList({ regions, isBusy, isReadOnly, onShow, onRemove }: Props) {
  const { t } = useTranslation();
  const { timestamp } = useFormat();
  return (
    <section className={classes.section} aria-label={t('annotation.regions')}>
      <h2>{t('annotation.regions')}</h2>
      {regions.length === 0 && <p className="osmotr-muted">{t('annotation.noRegions')}</p>}
      <ol className={classes.regions}>
        {regions.map((region) => (
          <li key={region.id} data-testid="region-row" data-file={region.file}>
            <div className={classes.regionHead}>
              <HostileText text={region.caption} limit={300} />
              <ActionIcon
                variant="subtle"
                size="sm"
                disabled={isBusy || isReadOnly}
                aria-label={t('annotation.removeRegion', { caption: isolateText(region.caption) })}
                data-testid="region-remove"
                onClick={() => onRemove(region)}
              >
                <IconX size={14} aria-hidden />
              </ActionIcon>
            </div>
            <div className={classes.noteFacts}>
              <span>{t('annotation.regionFile', { ...region, file: isolateText(region.file) })}</span>
              <ByAndTime by={region.by} time={timestamp(region.at)} />
              <UnstyledButton
                className="osmotr-link-button"
                data-testid="region-show"
                onClick={() => onShow(region)}
              >
                {t('annotation.showRegion')}
              </UnstyledButton>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
