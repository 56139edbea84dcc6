import { IconEyeExclamation, IconEyeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ObserverEffect } from '@/utils/domain/capture';
import classes from './capture.module.css';

interface Props {
  readonly observer: ObserverEffect;
  /** Say nothing if there was nothing to notice. */
  readonly onlyNoticed?: boolean;
}

/** One line: the site could not notice the capture, or what it could have noticed. */
export function ObserverLine({ observer, onlyNoticed = false }: Props) {
  const { t } = useTranslation();
  const { requests, scrolled, resized, activated } = observer;
  const what = [
    requests > 0 && t('observer.requests', { count: requests }),
    scrolled && t('observer.scrolled'),
    resized && t('observer.resized'),
    activated && t('observer.activated'),
  ].filter((part) => part !== false);
  const isNoticed = what.length > 0;
  if (onlyNoticed && !isNoticed) return null;
  const Sign = isNoticed ? IconEyeExclamation : IconEyeOff;
  return (
    <p className={classes.observer} data-testid="observer-effect" data-noticed={isNoticed}>
      <Sign size={18} className={classes.sign} aria-hidden />
      {isNoticed ? t('observer.noticed', { what: what.join(', ') }) : t('observer.unnoticed')}
    </p>
  );
}
