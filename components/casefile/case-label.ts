import type { Case } from '@/utils/domain/case';
import { isolateText } from '../ui/hostile-text';

/** A case in one line of a list: its number, if it has one, and the beginning of its title. */
export function caseLabel({ registerNumber, title }: Pick<Case, 'registerNumber' | 'title'>): string {
  return [isolateText(registerNumber, 30), isolateText(title, 60)].slice(registerNumber ? 0 : 1).join(' · ');
}
