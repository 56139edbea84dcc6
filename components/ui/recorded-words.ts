import type { TFunction } from 'i18next';
import type { Texts } from '@/utils/i18n/texts';

type RecordedKey = Exclude<keyof Texts['recorded'], 'cachedStatus' | 'pixels' | 'tooLarge'>;

/** What a capture says of a missing file, or of a fact that it could not learn. */
const RECORDED: ReadonlyMap<string, RecordedKey> = new Map([
  ['it was not loaded over the network', 'notNetwork'],
  ['no record: loaded before the extension could see it, or from the page itself', 'noRecord'],
  ['no answer was seen', 'noAnswer'],
  ['the page did not say which load it came from', 'pageSilent'],
  ['the last load that was seen here was of another address', 'otherAddress'],
  ['the browser named none', 'notNamed'],
  ['this browser does not say', 'notSaid'],
  ['the connection was not encrypted', 'notEncrypted'],
  ['this browser tells extensions nothing of certificates', 'noCertificates'],
  ['answered from the cache', 'fromCache'],
  ['the connection went through a proxy', 'throughProxy'],
  ['reached through Tor or I2P', 'throughTor'],
  ['the connection went to a local address, probably a proxy', 'localProxy'],
  ['no Date header', 'noDate'],
  ['the Date header is no date', 'badDate'],
  ['the tab could not be asked', 'tabSilent'],
  ['the page that was watched is gone', 'watchGone'],
  ['the page did not answer', 'pageNoAnswer'],
  ['the page would see it being read', 'wouldSee'],
  ['of another origin', 'otherOrigin'],
  ['the page has a service worker that would notice', 'serviceWorker'],
  ['not in the browser cache', 'notInCache'],
  ['not in the saved page nor in the browser cache', 'noBytes'],
  ['the browser wrote some declarations with var() without their values', 'varCss'],
  ['recordings are not embedded', 'recordings'],
  ['the page could not load it either', 'notLoaded'],
  ['too much for one page', 'tooMuch'],
  ['its document could not be read', 'noDocument'],
]);

/** A reason that a capture wrote, in the reader's language; null for the browser's own words. */
export function recordedWords(raw: string, t: TFunction): string | null {
  const key = RECORDED.get(raw);
  if (key) return t(`recorded.${key}`);
  const [, bytes] = /^larger than (\d{1,15}) bytes$/.exec(raw) ?? [];
  if (bytes) return t('recorded.tooLarge', { bytes: Number(bytes) });
  const [, status] = /^the cached answer has status (\d{3})$/.exec(raw) ?? [];
  if (status) return t('recorded.cachedStatus', { status });
  const [, where] = /^pixels at (-?\d{1,9}, -?\d{1,9}) may not be read$/.exec(raw) ?? [];
  return where ? t('recorded.pixels', { where }) : null;
}
