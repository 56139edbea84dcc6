import type { TFunction } from 'i18next';
import type { Texts } from '@/utils/i18n/texts';
import { defangUrls } from './defang-url';
import { isolateText } from './hostile-text';

type Composed =
  | 'cachedStatus'
  | 'pixels'
  | 'tooLarge'
  | 'missingMeans'
  | 'bytesUnread'
  | 'frameSilent'
  | 'askedAgain'
  | 'noPicture';
type RecordedKey = Exclude<keyof Texts['recorded'], Composed>;

/** What a capture says of a missing file, of a step that failed, or of a fact that it could not learn. */
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
  ['not in the browser cache', 'notInCache'],
  ['not in the saved page nor in the browser cache', 'noBytes'],
  ['the browser wrote some declarations with var() without their values', 'varCss'],
  ['recordings are not embedded', 'recordings'],
  ['the page could not load it either', 'notLoaded'],
  ['the page had not loaded it yet', 'notLoadedYet'],
  ['too much for one page', 'tooMuch'],
  ['its document could not be read', 'noDocument'],
  ['too much for one page: it is in page.mhtml', 'tooMuchMhtml'],
  ['no answer in time', 'lateAnswer'],
  ['no canvas', 'noCanvas'],
  ['the file is too big', 'fileTooBig'],
  ['the picture is too big', 'pictureTooBig'],
  ['the size of the picture is unknown', 'pictureSize'],
  ['the capture is over', 'captureOver'],
  ['the page is magnified with two fingers', 'magnified'],
  ['somebody else scrolls the page', 'scrolledByOther'],
  ['not a PNG', 'notPng'],
  ['there is no snapshot to draw', 'nothingToDraw'],
  ['the page let no script in', 'noScript'],
  ['there is no DOM to assemble', 'noDom'],
  ['the snapshot could not be shown', 'notShown'],
  ['the drawing is empty', 'emptyDrawing'],
  ['the browser gave no MHTML', 'noMhtml'],
  ['not MHTML: no multipart boundary', 'badMhtml'],
  ['another tab came to the front', 'otherTab'],
  ['the offscreen page went away', 'helperGone'],
  ['the page could not be measured', 'notMeasured'],
  ['not a base64 data: URL', 'notBase64'],
  ['no snapshot of the top frame', 'noTop'],
  ['the box is no longer there', 'boxGone'],
]);

/**
 * A reason that a capture wrote, in the reader's language; null for the browser's own words. `codeWords`: the words of a
 * code, where a reason may be one. Within a sentence of ours the browser's words are isolated.
 */
export function recordedWords(
  raw: string,
  t: TFunction,
  codeWords: (code: string) => string | null = () => null,
): string | null {
  // Our own errors are recorded with their name, once for each hand that they went through.
  const said = raw.replace(/^(?:(?:Expected)?Error: )+/, '');
  const key = RECORDED.get(said);
  const known = key ? t(`recorded.${key}`) : codeWords(said);
  if (known) return known;
  const within = (reason: string) =>
    recordedWords(reason, t, codeWords) ?? isolateText(defangUrls(reason), 160);
  const [, unread] = /^its bytes could not be read: (.*)$/s.exec(said) ?? [];
  if (unread !== undefined) return t('recorded.bytesUnread', { reason: within(unread) });
  const [, frame] = /^its frame could not be asked: (.*)$/s.exec(said) ?? [];
  if (frame !== undefined) return t('recorded.frameSilent', { reason: within(frame) });
  const [, again] = /^asked again: (.*)$/s.exec(said) ?? [];
  if (again !== undefined) return t('recorded.askedAgain', { reason: within(again) });
  const [, photograph, drawing] = /^no photograph: (.*?); no drawing: (.*)$/s.exec(said) ?? [];
  if (photograph !== undefined && drawing !== undefined) {
    return t('recorded.noPicture', { photograph: within(photograph), drawing: within(drawing) });
  }
  return factWords(said, t);
}

/** Reasons that name a number or a thing. */
function factWords(said: string, t: TFunction): string | null {
  if (/^HTTP \d{3}$/.test(said)) return said;
  const [, name] = /^this browser has no ([\w.]{1,60})$/.exec(said) ?? [];
  if (name) return t('recorded.missingMeans', { name });
  const [, bytes] = /^larger than (\d{1,15}) bytes$/.exec(said) ?? [];
  if (bytes) return t('recorded.tooLarge', { bytes: Number(bytes) });
  const [, status] = /^the cached answer has status (\d{3})$/.exec(said) ?? [];
  if (status) return t('recorded.cachedStatus', { status });
  const [, where] = /^pixels at (-?\d{1,9}, -?\d{1,9}) may not be read$/.exec(said) ?? [];
  if (where) return t('recorded.pixels', { where });
  const [, shown, height] =
    /^pictures show the upper (\d{1,9}) of (\d{1,9}) px of the page$/.exec(said) ?? [];
  return shown && height ? t('remark.page-cut', { shown: Number(shown), height: Number(height) }) : null;
}
