import { describe, expect, it } from 'vitest';
import type { Photograph } from '@/utils/capture/photographs';
import type { PicturePlace } from '@/utils/capture/qr-candidates';
import type { QrReader } from '@/utils/capture/qr-reader';
import { searchPage } from '@/utils/capture/search-photographs';

const WIDTH = 400;
const HEIGHT = 500;

const unopened = () => Promise.reject(new Error('not opened here'));

function tile(index: number): Photograph {
  const name = `page-0${index + 1}.png`;
  return { name, left: 0, top: index * HEIGHT, width: WIDTH, height: HEIGHT, open: unopened, luma: unopened };
}

function place(name: string, y: number): PicturePlace {
  return { name, url: '', rect: { x: 10, y, width: 100, height: 100 } } as PicturePlace;
}

describe('the search of photographs that come one after another', () => {
  it('reads what lies within a tile at once, and what reaches into the next one when that is there', async () => {
    const events: string[] = [];
    const reader = {
      read: async () => {
        events.push('read');
        return [];
      },
      leaveOut: () => undefined,
    } as unknown as QrReader;
    const within = place('within the first', 20);
    const across = place('on both', HEIGHT - 50);
    const next = place('within the second', HEIGHT + 100);
    const below = place('on none', 2 * HEIGHT + 100);
    async function* tiles() {
      for (const index of [0, 1]) {
        events.push(`tile ${index + 1}`);
        yield tile(index);
      }
    }
    const places = [across, below, next, within];
    const found = await searchPage({ scale: 1, window: null, tiles: tiles() }, places, reader);
    // Each tile is one piece, too.
    expect(events).toEqual(['tile 1', 'read', 'read', 'tile 2', 'read', 'read', 'read']);
    expect([...found.inPlaces.keys()]).toEqual([within, across, next]);
  });
});
