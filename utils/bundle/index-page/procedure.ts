import type { CaseProcedure } from '@/utils/domain/procedure';
import { captured, type Html, html, moment } from './markup';
import type { IndexTexts } from './texts';

/** What is stated of a case for its protocol: citations, place, registration, people. Nothing if nothing is stated. */
export function procedureSection(procedure: CaseProcedure | undefined, t: IndexTexts): Html | null {
  if (!procedure) return null;
  const { bookNumber, bookDate, offence, inspectionBasis, lawChecked, place, participants, registration } =
    procedure;
  const words = t.procedure;
  const isCited = offence !== '' || inspectionBasis !== '';
  const facts: readonly (readonly [string, string])[] = [
    [words.bookEntry, [bookNumber && `№ ${bookNumber}`, bookDate].filter(Boolean).join(', ')],
    [words.offence, offence],
    [words.inspectionBasis, inspectionBasis],
    [words.place, place],
    [words.startedAt, registration ? moment(registration.startedAt) : ''],
    [words.dueAt, registration ? moment(registration.dueAt) : ''],
    [words.registeredAt, registration?.registeredAt ? moment(registration.registeredAt) : ''],
  ];
  return html`<section id="procedure">
<h2>${words.title}</h2>
<dl class="facts">
${facts
  .filter(([, value]) => value !== '')
  .map(([name, value]) => html`<div><dt>${name}</dt><dd>${captured(value)}</dd></div>\n`)}
</dl>
${isCited && !lawChecked ? html`<p class="note">${words.unchecked}</p>` : null}
${
  participants.length > 0
    ? html`<div class="box"><table>
<tr><th>${words.role}</th><th>${words.person}</th><th>${words.address}</th><th>${words.document}</th></tr>
${participants.map(
  ({ role, name, address, document }) =>
    // A role that a later version adds is shown by its code.
    html`<tr><td>${words.roles[role] ?? captured(role)}</td>${[name, address, document].map((text) => html`<td>${captured(text)}</td>`)}</tr>\n`,
)}</table></div>`
    : null
}
</section>`;
}
