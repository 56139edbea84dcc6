import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './casebook.module.css';

interface Props {
  /** Names and values; an empty value is said to be not stated. */
  readonly facts: readonly (readonly [name: string, value: ReactNode])[];
}

/** Facts under one another: the name at the left, the value at the right. */
export function FactList({ facts }: Props) {
  const { t } = useTranslation();
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {value === '' || value === null ? (
              <span className="osmotr-muted">{t('casebook.notStated')}</span>
            ) : (
              value
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
