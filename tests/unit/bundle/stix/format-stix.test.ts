import { describe, expect, it } from 'vitest';
import type { BundleInput } from '@/utils/bundle/model';
import { formatStix } from '@/utils/bundle/stix/format-stix';
import type { Indicator } from '@/utils/domain/indicator';
import { sampleCase } from '../sample-case';
import { faultsOf } from './requirements';

type StixObject = Readonly<Record<string, unknown>> & { readonly type: string; readonly id: string };

const { input } = sampleCase();

function stixOf(changed: Partial<BundleInput> = {}): { type: string; id: string; objects: StixObject[] } {
  return JSON.parse(formatStix({ ...input, ...changed }));
}

/** The case with these indicators in its first capture, and none elsewhere. */
function withIndicators(found: readonly Partial<Indicator>[]): Partial<BundleInput> {
  const indicators = found.map((indicator): Indicator => {
    const base = {
      type: '',
      value: '',
      valid: true,
      confidence: 'certain',
      reason: 'link',
      sightings: [],
    } as const;
    return { ...base, ...indicator };
  });
  const captures = input.captures.map((capture, index) => ({
    ...capture,
    indicators: index ? [] : indicators,
  }));
  return { captures };
}

const objectsOf = (bundle: { objects: StixObject[] }, type: string) =>
  bundle.objects.filter((object) => object.type === type);

/** One of each type that the engine knows and STIX has an object for. */
const ALL: readonly (readonly [type: string, value: string, expected: Record<string, unknown>])[] = [
  ['url', 'https://shop.example/x?y=1', { type: 'url', value: 'https://shop.example/x?y=1' }],
  ['url', 'https://пример.example/ы', { type: 'url', value: 'https://xn--e1afmkfd.example/%D1%8B' }],
  ['domain', 'example.com', { type: 'domain-name', value: 'example.com' }],
  ['domain', 'магазин.рф', { type: 'domain-name', value: 'xn--80aairftm.xn--p1ai' }],
  ['onion', `${'a'.repeat(56)}.onion`, { type: 'domain-name', value: `${'a'.repeat(56)}.onion` }],
  ['i2p', 'primer.i2p', { type: 'domain-name', value: 'primer.i2p' }],
  ['ipv4', '198.51.100.3', { type: 'ipv4-addr', value: '198.51.100.3' }],
  ['ipv6', '2001:db8::1', { type: 'ipv6-addr', value: '2001:db8::1' }],
  ['email', 'shop@example.com', { type: 'email-addr', value: 'shop@example.com' }],
  ['email', 'shop@пример.рф', { type: 'email-addr', value: 'shop@xn--e1afmkfd.xn--p1ai' }],
  ['telegram-bot', 'x_bot', { type: 'user-account', account_type: 'telegram', account_login: 'x_bot' }],
  [
    'telegram-channel-or-user',
    'xnews',
    { type: 'user-account', account_type: 'telegram', account_login: 'xnews' },
  ],
  ['telegram-id', '123456789', { type: 'user-account', account_type: 'telegram', user_id: '123456789' }],
  ['telegram-invite', 'AbCdEf', { type: 'url', value: 'https://t.me/+AbCdEf' }],
  ['telegram-folder', 'AbCdEf', { type: 'url', value: 'https://t.me/addlist/AbCdEf' }],
  ['whatsapp', '+77010000001', { type: 'user-account', account_type: 'whatsapp', user_id: '+77010000001' }],
  ['whatsapp-group', 'AbC', { type: 'url', value: 'https://chat.whatsapp.com/AbC' }],
  ['viber', '+77010000001', { type: 'user-account', account_type: 'viber', user_id: '+77010000001' }],
  ['signal', '+77010000001', { type: 'user-account', account_type: 'signal', user_id: '+77010000001' }],
  ['signal', 'primer.01', { type: 'user-account', account_type: 'signal', account_login: 'primer.01' }],
  ['signal-group', 'CjQK', { type: 'url', value: 'https://signal.group/#CjQK' }],
  ['session', `05${'a'.repeat(64)}`, { type: 'user-account', account_type: 'session' }],
  ['threema', 'ABCD1234', { type: 'user-account', account_type: 'threema', user_id: 'ABCD1234' }],
  ['tox', 'A'.repeat(76), { type: 'user-account', account_type: 'tox' }],
  ['wickr', 'primer', { type: 'user-account', account_type: 'wickr', account_login: 'primer' }],
  ['vk', 'primer', { type: 'user-account', account_type: 'vk', account_login: 'primer' }],
  ['instagram', 'primer', { type: 'user-account', account_type: 'instagram', account_login: 'primer' }],
  ['xmpp', 'a@example.com', { type: 'user-account', account_type: 'xmpp', user_id: 'a@example.com' }],
  ['matrix', '@a:example.com', { type: 'user-account', account_type: 'matrix', user_id: '@a:example.com' }],
  ['discord-invite', 'AbCd', { type: 'url', value: 'https://discord.gg/AbCd' }],
  ['btc', '3Cwgr2g7vsi1bXDUkpEnVoRLA9w4FZfC69', { type: 'cryptocurrency-wallet' }],
];

describe('formatStix', () => {
  it('gives a bundle of which every object has what the specification requires, and nothing that it does not know', () => {
    const bundle = stixOf(withIndicators(ALL.map(([type, value]) => ({ type, value }))));
    expect(Object.keys(bundle).sort()).toEqual(['id', 'objects', 'type']);
    expect(bundle.type).toBe('bundle');
    expect(bundle.id).toMatch(
      /^bundle--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(bundle.objects.map(({ id, ...object }) => [id, faultsOf({ id, ...object })])).toEqual(
      bundle.objects.map(({ id }) => [id, []]),
    );
    expect(new Set(bundle.objects.map(({ id }) => id)).size).toBe(bundle.objects.length);
    const [observed] = objectsOf(bundle, 'observed-data');
    expect(observed?.object_refs).toHaveLength(ALL.length);
    const ids = new Set(bundle.objects.map(({ id }) => id));
    expect([...ids]).toEqual(expect.arrayContaining((observed?.object_refs ?? []) as string[]));
  });

  it.each(ALL)('makes of %s %s the right object', (type, value, expected) => {
    const bundle = stixOf(withIndicators([{ type, value }]));
    expect(bundle.objects).toContainEqual(expect.objectContaining(expected));
  });

  it.each([
    ['ipv4', '198.51.100.3', 'ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4'],
    ['domain', 'example.com', 'domain-name--bedb4899-d24b-5401-bc86-8f6b4cc18ec7'],
    ['ipv6', '2001:db8::1', 'ipv6-addr--6469e3a9-b053-5e34-a025-9396ae051d26'],
    [
      'btc',
      '3Cwgr2g7vsi1bXDUkpEnVoRLA9w4FZfC69',
      'cryptocurrency-wallet--201124c3-52c3-5f89-8a48-94deb554c6c6',
    ],
  ])('gives %s %s the identifier that every other producer gives it', (type, value, id) => {
    const bundle = stixOf(withIndicators([{ type, value }]));
    expect(bundle.objects.map((object) => object.id)).toContain(id);
  });

  it('leaves out suspects, what was found irrelevant, and what STIX has no object for', () => {
    const bundle = stixOf();
    const texts = bundle.objects.map((object) => String(object.value ?? object.account_login ?? ''));
    expect(texts).toContain('1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2');
    expect(texts).not.toContain('0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD');
    expect(texts).not.toContain('primer_shop_bot');
    expect(JSON.stringify(bundle)).not.toContain('+7701000000');
    expect(stixOf({ marks: [] }).objects.map(({ account_login }) => account_login)).toContain(
      'primer_shop_bot',
    );
  });

  it('says what was observed in each capture, when, and by whom', () => {
    const bundle = stixOf();
    const observed = objectsOf(bundle, 'observed-data');
    const unit = objectsOf(bundle, 'identity').find(({ name }) => name === input.case.unit);
    expect(observed).toHaveLength(input.captures.length);
    expect(observed[0]).toMatchObject({
      created_by_ref: unit?.id,
      first_observed: '2026-03-05T09:08:09.120Z',
      last_observed: '2026-03-05T09:08:09.120Z',
      modified: '2026-03-05T10:00:00.500Z',
      external_references: [{ external_id: input.captures[0]?.capture.id }],
    });
    expect(
      objectsOf(stixOf({ case: { ...input.case, unit: ' ' } }), 'identity').map(({ name }) => name),
    ).toEqual(['Osmotr']);
  });

  it('keeps one object of a value that stands in several captures, with the best that is known of it', () => {
    const weak = { type: 'vk', value: 'primer', confidence: 'weak' as const, reason: 'label' };
    const strong = { ...weak, confidence: 'certain' as const, reason: 'link' };
    const captures = [weak, strong].flatMap(
      (indicator) => withIndicators([indicator]).captures?.slice(0, 1) ?? [],
    );
    const accounts = objectsOf(stixOf({ captures }), 'user-account');
    expect(accounts).toHaveLength(1);
    expect(JSON.stringify(accounts[0])).toContain(
      '"indicator_confidence":"certain","indicator_reason":"link"',
    );
  });

  it('defines the extensions that it uses, and only those', () => {
    const used = (bundle: ReturnType<typeof stixOf>) =>
      new Set(bundle.objects.flatMap(({ extensions }) => Object.keys((extensions as object) ?? {})));
    for (const found of [[{ type: 'btc', value: '1a' }], [{ type: 'vk', value: 'a' }], []]) {
      const bundle = stixOf(withIndicators(found));
      expect(new Set(objectsOf(bundle, 'extension-definition').map(({ id }) => id))).toEqual(used(bundle));
    }
  });

  it('takes a lone surrogate out of a page for what it is, and gives the same bytes each time', () => {
    const changed = withIndicators([{ type: 'vk', value: 'a\uD800b', reason: '\uDFFF' }]);
    expect(formatStix({ ...input, ...changed })).toContain('a\uFFFDb');
    expect(formatStix(input)).toBe(formatStix(input));
  });
});

describe('faultsOf', () => {
  it('sees a missing property, an unknown one, and a wrong value', () => {
    const good = objectsOf(stixOf(), 'observed-data')[0] ?? expect.fail('none');
    expect(faultsOf(good)).toEqual([]);
    const { first_observed: _gone, ...lacking } = good;
    expect(faultsOf(lacking)).toEqual(['first_observed is missing']);
    expect(faultsOf({ ...good, seen: 'x' })).toEqual(['seen is no property of observed-data']);
    expect(faultsOf({ ...good, created: '2026-03-05T15:00:00+05:00' })).toHaveLength(1);
    expect(faultsOf({ ...good, object_refs: [] })).toHaveLength(1);
  });
});
