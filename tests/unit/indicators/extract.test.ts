import { describe, expect, it } from 'vitest';
import { extractIndicators } from '@/utils/indicators';

const found = (text: string) => extractIndicators({ text }).map(({ type, value }) => `${type} ${value}`);

describe('extractIndicators', () => {
  it('finds the first families end to end', () => {
    const text = [
      'Наш телеграм: @mega_shop_bot, канал https://t.me/mega_shop, чат t.me/+AbCdEfGhIjKlMnOp',
      'Почта shop@example.com, звоните +7 701 123-45-67',
      'BTC 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa или bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
      'ETH 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed, USDT TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t',
      'Сайт: https://Shop.example.com:443/Path?x=1',
    ].join('\n');
    expect(found(text)).toEqual([
      'telegram-bot mega_shop_bot',
      'telegram-channel-or-user mega_shop',
      'telegram-invite AbCdEfGhIjKlMnOp',
      'email shop@example.com',
      'phone +77011234567',
      'btc 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa',
      'btc bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
      'eth 0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed',
      'trx TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t',
      'url https://shop.example.com/Path?x=1',
    ]);
  });

  it('keeps exactly what stood there, with its offsets and its surroundings', () => {
    const text = 'Связь: @\u200bmega_shop\u00ad_bot, ждём';
    const [sighting] = extractIndicators({ text })[0]?.sightings ?? [];
    expect(sighting?.raw).toBe('@\u200bmega_shop\u00ad_bot');
    expect(text.slice(sighting?.start, sighting?.end)).toBe(sighting?.raw);
    expect(sighting?.context).toBe(text);
  });

  it('gathers the sightings of one value and keeps the strongest reason', () => {
    const [bot, ...rest] = extractIndicators({
      text: 'телега @Mega_Shop_Bot',
      url: 'https://t.me/mega_shop_bot?start=ref1',
    });
    expect(rest).toEqual([]);
    expect(bot).toMatchObject({ confidence: 'certain', reason: 'Telegram link', facts: { start: 'ref1' } });
    expect(bot?.sightings.map(({ origin }) => origin)).toEqual(['url', 'text']);
  });

  it('keeps each referral tag of a bot’s links', () => {
    const html = ['ref1', 'ref2', 'ref1'].map(
      (tag) => `<a href="https://t.me/x_shop_bot?start=${tag}">бот</a>`,
    );
    expect(extractIndicators({ html: html.join(' ') })[0]).toMatchObject({
      type: 'telegram-bot',
      facts: { start: 'ref1\nref2' },
    });
  });

  it('searches what a redirecting link carries', () => {
    const away = 'https://example.com/away?to=https%3A%2F%2Ft.me%2Finner_bot';
    expect(found(away)).toEqual([`url ${away}`, 'telegram-bot inner_bot']);
  });

  it('shows a broken checksum in a good context as suspect, and drops it elsewhere', () => {
    const [suspect] = extractIndicators({ text: 'BTC: 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb' });
    expect(suspect).toMatchObject({ type: 'btc', valid: false, confidence: 'weak' });
    expect(found('id 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb')).toEqual([]);
  });

  it('reads HTML through the same sources', () => {
    const html = `<p>Telegram: @mega<wbr>_shop<b>_bot</b></p><a href="https://t.me/mega_shop">канал</a>
      <button onclick="copy('TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t')">USDT</button>`;
    expect(extractIndicators({ html }).map(({ value }) => value)).toEqual([
      'mega_shop_bot',
      'mega_shop',
      'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t',
    ]);
  });

  it('joins the pieces of several addresses below each other', () => {
    const text = `Кошельки:
1A1z P1eP 5QGe fi2D MPTf TL5S Lmv7 Divf Na
TR7N HqjeK QxGT Ci8q 8ZY4 pL8o tSzg jLj6 t
LVg2 kJoF Ng45 Nbpy 53h7 Fe1w KyeX VRhM H9`;
    const indicators = extractIndicators({ text });
    expect(indicators.map(({ type }) => type)).toEqual(['btc', 'trx', 'ltc']);
    expect(indicators.map(({ sightings: [sighting] }) => sighting?.raw)).toEqual(text.split('\n').slice(1));
    expect(indicators[0]?.reason).toContain('once its pieces are joined');
  });

  it('unfolds what a QR code carries', () => {
    const code = (text: string) => extractIndicators({ sources: [{ origin: 'qr', text, place: '0 img' }] });
    expect(code('BITCOIN:BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4?amount=0.5&label=Shop')).toMatchObject([
      { type: 'btc', facts: { amount: '0.5', label: 'Shop' }, sightings: [{ origin: 'qr', place: '0 img' }] },
    ]);
    expect(code('ton://transfer/EQCD39VS5jcptHL8vMjEXrzGaRcCVYto7HUn4bpAOg8xqB2N?amount=5')).toMatchObject([
      { type: 'ton', facts: { amount: '5' } },
    ]);
    expect(code('https://t.me/qr_shop_bot?start=q1')).toMatchObject([
      { type: 'telegram-bot', facts: { start: 'q1' } },
    ]);
  });

  it('reads nothing out of a field’s placeholder', () => {
    const html = '<input type="tel" placeholder="+7 701 123 45 67">';
    expect(extractIndicators({ html })).toEqual([]);
    const place = '0 input[placeholder]';
    expect(
      extractIndicators({ sources: [{ origin: 'attribute', text: '+7 701 123 45 67', place }] }),
    ).toEqual([]);
  });

  it('shows no suspect piece of what is proven once it is joined', () => {
    const indicators = extractIndicators({ text: 'BTC кошелёк: 1A1zP1eP5QGefi2DMPTfTL5SLmv7Di\nvfNa' });
    expect(indicators.map(({ value, valid }) => [value, valid])).toEqual([
      ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', true],
    ]);
  });

  it('tells one place once, though a link’s query is searched again', () => {
    const wallet = 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t';
    const indicators = extractIndicators({
      text: `https://example.com/?to=https://t.me/some_shop&w=${wallet}`,
    });
    expect(indicators.find(({ type }) => type === 'trx')?.sightings).toHaveLength(1);
  });
});
