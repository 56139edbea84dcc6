import { describe, expect, it } from 'vitest';
import { spriteMarkup } from '@/utils/snapshot/svg-sprite';

describe('spriteMarkup', () => {
  it('prefixes ids and all references to them', () => {
    const source =
      '<?xml version="1.0"?><!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg"><g id="a" fill=\'url(#b)\' style="mask:url(\'#c\')"><use xlink:href="#a"/></g></svg>';
    expect(spriteMarkup(source, 'p-')).toBe(
      '<svg><g id="p-a" fill="url(#p-b)" style="mask:url(#p-c)"><use xlink:href="#p-a"/></g></svg>',
    );
  });

  it.each([
    '<svg><script>alert(1)</script></svg>',
    '<svg><script href="x"/></svg>',
    '<svg><style>*{display:none}</style></svg>',
    '<svg><foreignObject><g><foreignObject/></g><iframe src="x"></iframe></foreignObject></svg>',
    '<svg><a:script xmlns:a="http://www.w3.org/2000/svg">alert(1)</a:script></svg>',
    '<svg onload="alert(1)"></svg>',
    '<svg><!-- comment --><![CDATA[ <b> ]]></svg>',
  ])('leaves out what acts: %s', (source) => {
    expect(spriteMarkup(source, 'p-')).toBe('<svg></svg>');
  });

  it('drops references to other files, keeps embedded pictures', () => {
    const source =
      '<image href="https://x/y.png"/><image href="data:image/png;base64,AA=="/><g fill="url(x.svg#y)"/>';
    expect(spriteMarkup(source, '')).toBe('<image/><image href="data:image/png;base64,AA=="/><g/>');
  });

  it('never lets text become a tag', () => {
    expect(spriteMarkup('<text>a < b > c</text><title>"x"</title>', '')).not.toMatch(
      /<(?!\/?(?:text|title)>)/,
    );
  });
});
