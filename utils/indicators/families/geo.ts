import type { Candidate, Family, Finding, Scan } from '../family';
import { describeLabel, labelNear } from '../labels';
import { readMapLink } from '../map-link';
import { LINKS, ownStream } from '../streams';

const PAIRS = ownStream(
  'coordinate-pairs',
  /(?<![\w.,+-])(?:[NSСЮ] ?)?-?\d{1,2}[.,]\d{3,12} ?°?(?: ?[NSnsСсЮю](?:\.? ?ш\.?)?)?(?:[,;/] ?\n?|[ \t]|\n| [иx|] )(?:[EWВЗ] ?)?-?\d{1,3}[.,]\d{3,12}(?![\d])(?: ?°? ?[EWewВвЗз](?![\p{L}])\.?(?: ?д\.?)?)?/gu,
);
const DEGREES = ownStream(
  'coordinate-degrees',
  /\d{1,2} ?[°º˚] ?\d{1,2}(?:[.,]\d{1,6})? ?['′’´](?: ?\d{1,2}(?:[.,]\d{1,4})? ?(?:["″”]|''|′′))? ?[NSСЮ](?:\.? ?ш\.?)?[,; \n]{0,3}(?:и )?\d{1,3} ?[°º˚] ?\d{1,2}(?:[.,]\d{1,6})? ?['′’´](?: ?\d{1,2}(?:[.,]\d{1,4})? ?(?:["″”]|''|′′))? ?[EWВЗ](?:\.? ?д\.?)?/giu,
  /[°º˚]/,
);
const LED = ownStream(
  'coordinate-led-degrees',
  /(?<![\p{L}])[NSСЮ] ?\d{1,2} ?[°º˚] ?\d{1,2}(?:[.,]\d{1,6})? ?['′’´]?(?: ?\d{1,2}(?:[.,]\d{1,4})? ?["″”])?[,; \n]{1,3}[EWВЗ] ?\d{1,3} ?[°º˚] ?\d{1,2}(?:[.,]\d{1,6})? ?['′’´]?(?: ?\d{1,2}(?:[.,]\d{1,4})? ?["″”])?/giu,
  /[°º˚]/,
);
const URIS = ownStream('geo-uris', /(?<!\w)geo:-?\d{1,2}(?:\.\d{1,12})?,-?\d{1,3}(?:\.\d{1,12})?/gi, /geo:/i);

/** Places in WGS-84: map links, `geo:` (RFC 5870), decimal pairs and degrees; `lat,lon` with six decimals. */
export const geo: Family = {
  name: 'geo',
  types: ['geo'],
  rules: [
    { on: LINKS, take: takeLink },
    { on: URIS, take: takeUri },
    { on: LED, take: takeDegrees },
    { on: DEGREES, take: takeDegrees },
    { on: PAIRS, take: takePair },
  ],
};

function takeLink({ link }: Candidate): Finding | undefined {
  const place = link && readMapLink(link);
  return place && findingOf(place, link, 'certain', 'map link');
}

function takeUri(candidate: Candidate): Finding | undefined {
  const [lat = Number.NaN, lon = Number.NaN] = candidate.text.slice(4).split(',').map(Number);
  return findingOf([lat, lon], candidate, 'certain', 'geo: URI');
}

function takePair({ text, start, end }: Candidate, scan: Scan): Finding | undefined {
  if (scan.origin === 'script' || scan.origin === 'comment') return undefined;
  const parts = [...text.matchAll(/-?\d{1,3}[.,]\d{3,12}/g)];
  const [first, second] = parts.map(([part]) => Number(part.replace(',', '.')));
  if (first === undefined || second === undefined || parts.length !== 2) return undefined;
  const lat = /[SsЮю]/.test(text.slice(0, parts[1]?.index)) ? -first : first;
  const lon = /[WwЗз]/.test(text.slice((parts[1]?.index ?? 0) - 2)) ? -second : second;
  const label = labelNear(scan, start, end, ['geo']);
  if (label) return findingOf([lat, lon], { start, end }, 'likely', describeLabel(label));
  const isLettered = /[NSСЮ].*[EWВЗ]/is.test(text);
  const isAlone =
    /(?:^|\n)\s{0,3}$/.test(scan.text.slice(Math.max(0, start - 4), start)) &&
    /^\s{0,3}(?:\n|$)/.test(scan.text.slice(end, end + 4));
  const isPrecise = parts.every(([part]) => /[.,]\d{5,9}$/.test(part)) && (isAlone || /, ?/.test(text));
  // Without a word beside it, only a pair as precise as maps give it, in the part of the world in question.
  if (!isLettered && !(isPrecise && lat > 35 && lat < 72 && lon > 19 && lon < 180)) return undefined;
  return findingOf([lat, lon], { start, end }, 'weak', 'decimal pair as maps write it');
}

function takeDegrees({ text, start, end }: Candidate): Finding | undefined {
  const parts = [
    ...text.matchAll(
      /(\d{1,3}) ?[°º˚] ?(\d{1,2}(?:[.,]\d{1,6})?) ?['′’´]?(?: ?(\d{1,2}(?:[.,]\d{1,4})?) ?["″”'′])?/g,
    ),
  ];
  const [lat, lon] = parts.map(([, degrees, minutes, seconds]) => toDecimal(degrees, minutes, seconds));
  const cut = /^[NSСЮ]/i.test(text) ? text.search(/[EWВЗ]/i) : (parts[1]?.index ?? 0);
  if (lat === undefined || lon === undefined) return undefined;
  const south = /[SЮ]/i.test(text.slice(0, cut)) ? -1 : 1;
  const west = /[WЗ]/i.test(text.slice(cut)) ? -1 : 1;
  return findingOf([lat * south, lon * west], { start, end }, 'certain', 'degrees with hemispheres');
}

function toDecimal(degrees = '', minutes = '', seconds = '0'): number {
  return Number(degrees) + Number(minutes.replace(',', '.')) / 60 + Number(seconds.replace(',', '.')) / 3600;
}

function findingOf(
  [lat, lon]: readonly [number, number],
  { start, end }: { start: number; end: number },
  confidence: Finding['confidence'],
  reason: string,
): Finding | undefined {
  if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180) || (lat === 0 && lon === 0)) return undefined;
  return { type: 'geo', value: `${lat.toFixed(6)},${lon.toFixed(6)}`, start, end, confidence, reason };
}
