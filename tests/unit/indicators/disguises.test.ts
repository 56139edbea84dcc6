import { describe, expect, it } from 'vitest';
import { extractIndicators } from '@/utils/indicators';
import { normaliseText } from '@/utils/indicators/normalise';

const plain = (text: string) => normaliseText(text, 'text').text;

describe('disguises read as a person reads them', () => {
  it.each([
    ['hxxps://evil[.]shop[.]com/x', 'https://evil.shop.com/x'],
    ['hxxp[:]//t[.]me/mega_shop', 'http://t.me/mega_shop'],
    ['t[.]me/mega_shop_bot', 't.me/mega_shop_bot'],
    ['т.ме/mega_shop', 't.me/mega_shop'],
    ['t . me / mega_shop', 't.me/mega_shop'],
    ['shop(at)mail(dot)ru', 'shop@mail.ru'],
    ['shop [at] mail [dot] ru', 'shop@mail.ru'],
    ['shop собака mail точка ru', 'shop@mail.ru'],
    ['shop (собака) mail (точка) ru', 'shop@mail.ru'],
    ['shop at mail dot ru', 'shop@mail.ru'],
    ['почта: shop @ mail.ru', 'почта: shop@mail.ru'],
    ['shop @ mail . ru', 'shop@mail.ru'],
    ['@mеgа_shор_bоt', '@mega_shop_bot'],
    ['@ m e g a _ s h o p _ b o t', '@mega_shop_bot'],
    ['@ mega_shop_bot', '@mega_shop_bot'],
    ['＠mega＿shop', '@mega_shop'],
    ['𝐦𝐞𝐠𝐚@mail.ru', 'mega@mail.ru'],
    ['me\u200bga\u00ad_sh\u202eop', 'mega_shop'],
    ['&#64;mega_shop&period;', '@mega_shop.'],
    ['%40mega_shop', '@mega_shop'],
    ['https%3A%2F%2Ft.me%2Fmega_shop', 'https://t.me/mega_shop'],
    ['t%2Eme/mega_shop', 't.me/mega_shop'],
    ['mega(underscore)shop', 'mega_shop'],
    ['+7\u00a0701\u2011123', '+7 701-123'],
  ])('%s', (written, read) => {
    expect(plain(written)).toBe(read);
  });

  it.each([
    'Моя собака любит точка в точку',
    'Meet me at google.com and connect the dots',
    'Распродажа @ shop.kz',
    'Apple точка роста',
    'VIP-клиент, e-mail рассылка, IT-отдел и T-банк',
    'https://example.com/?q=%40name&u=a%2Fb',
    'a[i] = b(at) + c[0]',
    'Слово сора и слово рос',
  ])('leaves alone: %s', (text) => {
    expect(plain(text)).toBe(text);
  });

  it('resolves escapes of scripts', () => {
    expect(normaliseText('"https:\\/\\/t.me\\/x","\\u0040name\\x5fbot"', 'script').text).toBe(
      '"https://t.me/x","@name_bot"',
    );
  });

  it('drops embedded data and keeps the offsets of what stands around it', () => {
    const text = `data:image/png;base64,${'iVBORw0KGgo1'.repeat(40)}" телега: @mega_shop_bot`;
    const [bot] = extractIndicators({ text });
    expect(bot?.sightings[0]).toMatchObject({ raw: '@mega_shop_bot', end: text.length });
  });
});
