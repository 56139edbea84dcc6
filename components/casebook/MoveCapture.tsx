import { useTranslation } from 'react-i18next';
import { type Case, INBOX_CASE_ID } from '@/utils/domain/case';
import { MoveSelect } from '../casefile/MoveSelect';
import classes from './casebook.module.css';

interface Props {
  readonly cases: readonly Case[];
  /** Where the capture lies now. */
  readonly caseId: string;
  readonly onMove: (caseId: string) => void;
}

/** Moves a capture to another case; both journals keep the move. */
export function MoveCapture({ cases, caseId, onMove }: Props) {
  const { t } = useTranslation();
  const others = cases.filter(({ id }) => id !== caseId);
  if (others.length === 0 && caseId === INBOX_CASE_ID) return null;
  return (
    <div className={classes.move}>
      <MoveSelect cases={others} withInbox={caseId !== INBOX_CASE_ID} onMove={onMove} />
      <span className="osmotr-muted">{t('view.moveNote')}</span>
    </div>
  );
}
