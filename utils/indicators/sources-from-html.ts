import { Parser } from 'htmlparser2';
import type { IndicatorSource } from '@/utils/domain/indicator';

const BLOCKS = new Set(
  `address article aside blockquote body button center dd details dialog dir div dl dt fieldset figcaption figure footer
  form h1 h2 h3 h4 h5 h6 header hgroup hr html iframe legend li main menu nav object ol option p pre section select
  summary table tbody tfoot thead textarea tr ul video audio canvas`.split(/\s+/),
);
const CELLS = new Set(['td', 'th']);
const UNSEEN = new Set(['script', 'style', 'template', 'title']);
const LINK_ATTRIBUTES: Readonly<Record<string, string>> = {
  a: 'href',
  area: 'href',
  form: 'action',
  iframe: 'src',
};
const SPOKEN = /^(?:title|alt|aria-label|value|src|href|action|cite|label|summary|srcdoc|data-.+|on\w+)$/;
const FRAME = '0';

/**
 * Cuts an HTML document into sources, as the page's snapshot does: the visible text (inline runs joined, a line a
 * block), links, spoken and data attributes, meta tags, scripts, comments. Attribute values come decoded.
 */
export function sourcesFromHtml(html: string): IndicatorSource[] {
  const sources: IndicatorSource[] = [];
  const text = createTextBuilder();
  const open: string[] = [];
  let unseen = '';
  const add = (origin: IndicatorSource['origin'], value: string, place: string) => {
    if (value.trim()) sources.push({ origin, text: value, place: `${FRAME} ${place}` });
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (UNSEEN.has(name)) {
        open.push(name);
        unseen = '';
      }
      text.boundary(name);
      for (const source of attributeSources(name, attributes)) add(source.origin, source.text, source.place);
    },
    ontext(data) {
      if (open.length > 0) unseen += data;
      else text.add(data);
    },
    onclosetag(name) {
      if (!UNSEEN.has(name)) {
        text.boundary(name);
        return;
      }
      open.pop();
      if (name === 'script') add('script', unseen, 'script');
      if (name === 'title') add('meta', unseen, 'title');
      unseen = '';
    },
    oncomment: (data) => add('comment', data, 'comment'),
  });
  parser.write(html);
  parser.end();
  const visible = text.toString();
  return visible ? [{ origin: 'text', text: visible, place: FRAME }, ...sources] : sources;
}

function* attributeSources(
  name: string,
  attributes: Readonly<Record<string, string>>,
): Generator<{ origin: IndicatorSource['origin']; text: string; place: string }> {
  for (const [attribute, text] of Object.entries(attributes)) {
    const isMeta = name === 'meta' && attribute === 'content';
    if (!isMeta && !SPOKEN.test(attribute)) continue;
    const subject = isMeta ? (attributes.name ?? attributes.property ?? '') : '';
    const origin = isMeta ? 'meta' : LINK_ATTRIBUTES[name] === attribute ? 'href' : 'attribute';
    yield { origin, text, place: `${name}[${attribute}]${subject ? ` ${subject}` : ''}` };
  }
}

/** Collects visible text: white space collapsed, blocks on lines of their own, cells apart by a tab. */
function createTextBuilder(): { add(data: string): void; boundary(tag: string): void; toString(): string } {
  const parts: string[] = [];
  let pending = '';
  return {
    add(data) {
      const collapsed = data.replace(/[ \t\n\r\f]+/g, ' ');
      const isSpaceFirst = collapsed.startsWith(' ');
      const body = collapsed.trim();
      if (isSpaceFirst && !pending) pending = ' ';
      if (!body) return;
      if (parts.length > 0) parts.push(pending);
      parts.push(body);
      pending = collapsed.length > 1 && collapsed.endsWith(' ') ? ' ' : '';
    },
    boundary(tag) {
      if (BLOCKS.has(tag) || tag === 'br') pending = '\n';
      else if (CELLS.has(tag) && pending !== '\n') pending = '\t';
    },
    toString: () => parts.join(''),
  };
}
