import type { Case } from '@/utils/domain/case';
import { cutText } from '../ui/hostile-text';

/** A case in one line of a list: its number, if it has one, and the beginning of its title. */
export function caseLabel({ registerNumber, title }: Pick<Case, 'registerNumber' | 'title'>): string {
  return cutText([registerNumber, title].filter(Boolean).join(' · '), 80);
}
