import { describe, expect, it } from 'vitest';
import { extractIndicators, sourcesFromHtml } from '@/utils/indicators';

const textOf = (html: string) => sourcesFromHtml(html).find(({ origin }) => origin === 'text')?.text;

describe('sourcesFromHtml', () => {
  it('joins inline runs, keeps blocks, line breaks and cells apart', () => {
    expect(
      textOf('<p>a<b>b</b><wbr>c <i>d</i></p><div>e<br>f</div><table><tr><td>g</td><td>h</td></tr></table>'),
    ).toBe('abc d\ne\nf\ng\th');
  });

  it('gives every attribute, script, comment and meta tag as its own source with its place', () => {
    const html = `<title>T</title><meta name="description" content="D"><!-- C --><script>S</script>
      <a href="/x" title="L" class="no" style="no">t</a><img alt="I" src="/i.png"><button onclick="go()" data-id="7">b</button>`;
    expect(sourcesFromHtml(html).map(({ origin, text, place }) => [origin, text.trim(), place])).toEqual([
      ['text', 't\nb', '0'],
      ['meta', 'T', '0 title'],
      ['meta', 'D', '0 meta[content] description'],
      ['comment', 'C', '0 comment'],
      ['script', 'S', '0 script'],
      ['href', '/x', '0 a[href]'],
      ['attribute', 'L', '0 a[title]'],
      ['attribute', 'I', '0 img[alt]'],
      ['attribute', '/i.png', '0 img[src]'],
      ['attribute', 'go()', '0 button[onclick]'],
      ['attribute', '7', '0 button[data-id]'],
    ]);
  });

  it('leaves styles, drawings and templates unread', () => {
    const html =
      '<style>.a{color:#123456}</style><svg><path d="M43.238949,76.889709"/></svg><template>t.me/x_shop</template>';
    expect(extractIndicators({ html })).toEqual([]);
  });

  it('decodes entities, also in attributes', () => {
    const html = '<a href="https://example.com/?a=1&amp;b=2">t&#46;me/entity_shop</a>';
    expect(extractIndicators({ html }).map(({ value }) => value)).toEqual([
      'entity_shop',
      'https://example.com/?a=1&b=2',
    ]);
  });
});
