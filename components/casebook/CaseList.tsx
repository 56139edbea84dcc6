import type { Case } from '@/utils/domain/case';

/** The cases, most recently used first. */
export function CaseList({ cases }: { readonly cases: readonly Case[] }) {
  return (
    <ul>
      {cases.map(({ id, title, registerNumber }) => (
        <li key={id} data-testid="case-row">
          {registerNumber} {title}
        </li>
      ))}
    </ul>
  );
}
