import { decodePercent, isHostOf, type Link, queryValue } from './link';

/** Latitude and longitude. */
export type Place = readonly [number, number];

const NUMBER = '(-?\\d{1,3}(?:\\.\\d{1,15})?)';
const PAIR = new RegExp(`^\\s*${NUMBER}\\s*,\\s*${NUMBER}`);

/**
 * The place that a map link marks, else the centre of its view. Each site has its own order: Yandex and 2GIS put
 * the longitude first; Google's `!3d!4d` and OpenStreetMap's `mlat`, `mlon` beat the view.
 */
export function readMapLink(link: Link): Place | undefined {
  const { host } = link;
  const path = decodePercent(link.path);
  if (/(?:^|\.)google\.[a-z.]{2,6}$/.test(host) && (host.startsWith('maps.') || path.startsWith('/maps'))) {
    return readGoogle(link, path);
  }
  if (/(?:^|\.)yandex\.[a-z.]{2,6}$/.test(host) && (host.includes('maps') || path.includes('/maps'))) {
    return readYandex(link);
  }
  if (/(?:^|\.)2gis\.[a-z.]{2,6}$/.test(host)) return readTwoGis(link, path);
  if (isHostOf(link, 'openstreetmap.org', 'osm.org')) return readOpenStreetMap(link);
  if (isHostOf(link, 'maps.apple.com')) {
    return firstPair(['coordinate', 'll', 'q', 'daddr', 'sll'].map((name) => queryValue(link.query, name)));
  }
  return undefined;
}

function readGoogle(link: Link, path: string): Place | undefined {
  const pin = new RegExp(`!3d${NUMBER}!4d${NUMBER}`).exec(path + decodePercent(link.query));
  if (pin) return [Number(pin[1]), Number(pin[2])];
  const named = ['q', 'query', 'destination', 'daddr', 'll', 'center', 'cbll'].map((name) =>
    queryValue(link.query, name)?.replace(/^loc:/, ''),
  );
  const inPath = /\/(?:place|search|dir\/[^/]{0,200})\/([^/]{3,80})/.exec(path)?.[1]?.replace(/\+/g, ' ');
  const view = new RegExp(`/@${NUMBER},${NUMBER}`).exec(path);
  return firstPair([...named, inPath]) ?? (view ? [Number(view[1]), Number(view[2])] : undefined);
}

function readYandex(link: Link): Place | undefined {
  const marks = ['whatshere[point]', 'pt', 'poi[point]'].map((name) =>
    queryValue(decodePercent(link.query), name),
  );
  const text = queryValue(link.query, 'text');
  const route = queryValue(link.query, 'rtext')?.split('~').at(-1);
  return (
    swapped(firstPair(marks)) ??
    firstPair([text, route]) ??
    swapped(firstPair([queryValue(link.query, 'll')]))
  );
}

function readTwoGis(link: Link, path: string): Place | undefined {
  const inPath = new RegExp(`/${NUMBER},${NUMBER}(?![\\d.])`).exec(path);
  if (inPath) {
    const pair: Place = [Number(inPath[1]), Number(inPath[2])];
    return path.includes('/search/') ? pair : [pair[1], pair[0]];
  }
  return swapped(firstPair(['m', 'center'].map((name) => queryValue(link.query, name))));
}

function readOpenStreetMap(link: Link): Place | undefined {
  const lat = queryValue(link.query, 'mlat') ?? queryValue(link.query, 'lat');
  const lon = queryValue(link.query, 'mlon') ?? queryValue(link.query, 'lon');
  if (lat && lon) return firstPair([`${lat},${lon}`]);
  const view = new RegExp(`map=\\d{1,2}/${NUMBER}/${NUMBER}`).exec(link.fragment);
  return view ? [Number(view[1]), Number(view[2])] : undefined;
}

function firstPair(texts: readonly (string | undefined)[]): Place | undefined {
  for (const text of texts) {
    const match = text ? PAIR.exec(text) : null;
    if (match) return [Number(match[1]), Number(match[2])];
  }
  return undefined;
}

function swapped(place: Place | undefined): Place | undefined {
  return place && [place[1], place[0]];
}
