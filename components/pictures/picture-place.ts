import { type ArtifactRecord, isTileName, type ViewportFacts } from '@/utils/domain/capture';
import type { PageRect } from '@/utils/domain/text-map';

/** Which picture shows a place, and where on it, as shares of its width and height. */
export interface PicturePlace {
  readonly name: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

type Picture = Pick<ArtifactRecord, 'name' | 'width' | 'height'>;
type View = Pick<ViewportFacts, 'scrollX' | 'scrollY' | 'devicePixelRatio'>;

/**
 * Finds the place `rect` (CSS pixels of the page) on a capture's pictures: on `preferred` if it shows all of it,
 * else on the window's picture if that does, else on the tile with its middle. Null if none shows that.
 */
export function findOnPictures(
  rect: PageRect,
  pictures: readonly Picture[],
  view: View,
  preferred: string | null = null,
): PicturePlace | null {
  const areas = areasOf(pictures, view);
  const whole = areas.filter((area) => holds(area, rect));
  const middle = { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2, width: 0, height: 0 };
  const area =
    whole.find(({ name }) => name === preferred) ?? whole[0] ?? areas.find((shown) => holds(shown, middle));
  if (!area) return null;
  const left = Math.max(area.x, rect.x);
  const top = Math.max(area.y, rect.y);
  const right = Math.min(area.x + area.width, rect.x + rect.width);
  const bottom = Math.min(area.y + area.height, rect.y + rect.height);
  return {
    name: area.name,
    left: (left - area.x) / area.width,
    top: (top - area.y) / area.height,
    width: (right - left) / area.width,
    height: (bottom - top) / area.height,
  };
}

interface Area extends PageRect {
  readonly name: string;
}

/** Tiles lie under one another from the page's top; the window's picture where the page was scrolled to. */
function areasOf(pictures: readonly Picture[], view: View): Area[] {
  const scale = view.devicePixelRatio;
  const areas: Area[] = [];
  let y = 0;
  for (const { name, width = 0, height = 0 } of pictures.toSorted(byName)) {
    if (width === 0 || height === 0) continue;
    const size = { width: width / scale, height: height / scale };
    if (name === 'viewport.png') areas.unshift({ name, x: view.scrollX, y: view.scrollY, ...size });
    if (!isTileName(name)) continue;
    areas.push({ name, x: 0, y, ...size });
    y += size.height;
  }
  return areas;
}

function byName(a: Picture, b: Picture): number {
  return a.name.localeCompare(b.name, 'en', { numeric: true });
}

function holds(area: Area, rect: PageRect): boolean {
  return (
    rect.x >= area.x &&
    rect.y >= area.y &&
    rect.x + rect.width <= area.x + area.width &&
    rect.y + rect.height <= area.y + area.height
  );
}
