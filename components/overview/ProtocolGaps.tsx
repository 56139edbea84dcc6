import { UnstyledButton } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ProtocolGap } from '@/utils/domain/protocol-gaps';
import classes from './overview.module.css';

interface Props {
  readonly gaps: readonly ProtocolGap[];
  /** Offset of this computer, `+06:00`. */
  readonly offset: string;
  /** Null: nothing can be changed. */
  readonly onFill: ((gap: ProtocolGap) => void) | null;
  /** The form of a person is open: another one would take its place. */
  readonly isPersonOpen: boolean;
}

/** Gaps that a form of this screen fills. */
const CAN_BE_FILLED = new Set<ProtocolGap['code']>([
  'register-number',
  'book-entry',
  'offence',
  'inspection-basis',
  'law-unchecked',
  'place',
  'official',
  'witnesses',
  'specialist',
  'person-details',
]);

const OF_PERSONS = new Set<ProtocolGap['code']>(['witnesses', 'specialist', 'person-details']);

/** What a protocol still needs; a press on a line opens the form that has it. */
export function ProtocolGaps({ gaps, offset, onFill, isPersonOpen }: Props) {
  const { t } = useTranslation();
  const words = useGapWords(offset);
  return (
    <section
      className={classes.card}
      aria-labelledby="gaps-title"
      data-testid="protocol-gaps"
      data-count={gaps.length}
    >
      <h2 id="gaps-title">{t('gap.title')}</h2>
      {gaps.length === 0 ? (
        <p className={classes.allThere}>
          <IconCircleCheck size={16} aria-hidden /> {t('gap.none')}
        </p>
      ) : (
        <>
          <ul className={classes.gaps}>
            {gaps.map((gap) => (
              <li key={gap.code} data-testid="protocol-gap" data-code={gap.code}>
                {onFill && CAN_BE_FILLED.has(gap.code) ? (
                  <UnstyledButton
                    className="osmotr-link-button"
                    disabled={isPersonOpen && OF_PERSONS.has(gap.code)}
                    onClick={() => onFill(gap)}
                  >
                    {words(gap)}
                  </UnstyledButton>
                ) : (
                  words(gap)
                )}
              </li>
            ))}
          </ul>
          <p className="osmotr-muted">{t('gap.note')}</p>
        </>
      )}
    </section>
  );
}

function useGapWords(offset: string): (gap: ProtocolGap) => string {
  const { t } = useTranslation();
  return (gap) => {
    if (gap.code === 'official') {
      const fields = gap.fields.map((field) => t(`casefile.${field}`).toLocaleLowerCase()).join(', ');
      return t('gap.official', { fields });
    }
    if (gap.code === 'clock-zone') return t('gap.clock-zone', { offset });
    if ('count' in gap) return t(`gap.${gap.code}`, { count: gap.count });
    return t(`gap.${gap.code}`);
  };
}
