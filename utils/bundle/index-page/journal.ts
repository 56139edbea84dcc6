import { canonicalJson } from '@/utils/domain/canonical-json';
import type { JournalEvent } from '@/utils/domain/journal';
import type { JsonObject, JsonValue } from '@/utils/domain/json';
import { captured, digits, type Html, hash, html, moment } from './markup';
import type { IndexTexts } from './texts';

/** The journal, one event a row. */
export function journalSection(events: readonly JournalEvent[], t: IndexTexts): Html {
  return html`<section id="journal">
<h2>${t.journal} <span class="count">${digits(events.length)}</span></h2>
${
  events.length === 0
    ? html`<p class="note">${t.none}</p>`
    : html`<div class="box"><table class="events">
<tr><th class="n">№</th><th>${t.time}</th><th>${t.event}</th><th>${t.details}</th><th>${t.eventHash}</th></tr>
${events.map((event) => eventRow(event, t))}</table></div>`
}
</section>`;
}

function eventRow({ seq, time, kind, data, hash: own }: JournalEvent, t: IndexTexts): Html {
  const details = Object.entries(data).map(([name, value]) => {
    if (value !== null && typeof value === 'object') return nested(name, value);
    const text = String(value);
    return html`<div><code>${name}</code> ${/^[0-9a-f]{64}$/.test(text) ? hash(text) : captured(text)}</div>`;
  });
  return html`<tr><td class="n">${seq}</td><td class="t">${moment(time)}</td><td>${t.events[kind]}</td><td>${details}</td><td>${hash(own)}</td></tr>
`;
}

// The list of a capture's files would hide the events around it.
function nested(name: string, value: readonly JsonValue[] | JsonObject): Html {
  const size = Array.isArray(value) ? value.length : Object.keys(value).length;
  if (size === 0) return html`<div><code>${name}</code> 0</div>`;
  const text = captured(canonicalJson(value));
  return html`<details><summary><code>${name}</code> ${digits(size)}</summary><code>${text}</code></details>`;
}
