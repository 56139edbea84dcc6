import type { FrameSnapshot } from '@/utils/snapshot/frame-snapshot';
import { createResource, type ResourceMap } from '@/utils/snapshot/resources';

/** A frame's snapshot with nothing in it but what a test gives. */
export function frameSnapshot(given: Partial<FrameSnapshot> = {}): FrameSnapshot {
  return {
    format: 'osmotr-frame/1',
    path: [],
    url: 'https://shop.example/page',
    baseUrl: 'https://shop.example/page',
    title: 'Shop',
    language: 'ru',
    charset: 'UTF-8',
    contentType: 'text/html',
    referrer: '',
    timeOrigin: 1,
    navigation: { url: 'https://shop.example/page', protocol: 'h2' },
    loading: false,
    quirks: false,
    doctype: { name: 'html', publicId: '', systemId: '' },
    viewport: {
      width: 800,
      height: 600,
      devicePixelRatio: 1,
      scrollX: 0,
      scrollY: 0,
      pageWidth: 800,
      pageHeight: 600,
    },
    loaded: null,
    parts: ['<html><head></head><body></body>'],
    places: [],
    text: [],
    sources: [],
    removed: {},
    limits: [],
    ...given,
  };
}

/** Resources by URL from media type and text. */
export function resourceMap(
  entries: Record<string, readonly [mediaType: string, text: string]>,
): ResourceMap {
  const map: ResourceMap = new Map();
  for (const [url, [mediaType, text]] of Object.entries(entries)) {
    map.set(url, createResource(url, mediaType, new TextEncoder().encode(text)));
  }
  return map;
}
