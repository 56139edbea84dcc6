import type { Assembly } from './assemble-state';
import type { FrameSnapshot, UsePart } from './frame-snapshot';
import { escapeAttribute } from './markup';
import { withoutFragment } from './resources';
import { spriteMarkup } from './svg-sprite';

/** Drawings of other files that `<use>` shows; browsers refuse `data:` URLs there, so they stand in the page. */
export interface Sprites {
  /** The attribute of a `use`, pointing at the drawing in the page. */
  use(part: UsePart): string;
  /** Each file that was used in this tree, once. */
  drawings(scope: number): string;
}

/** Gathers the drawings of one frame. */
export function createSprites(assembly: Assembly, frame: FrameSnapshot): Sprites {
  const scopes = new Map<number, Map<string, string>>();
  let count = 0;
  return {
    use({ attr, url, scope }) {
      const file = assembly.find(url);
      if (!file) {
        assembly.miss(frame, url, 'svg');
        return ` data-osmotr-missing="${attr}"`;
      }
      const files = scopes.get(scope) ?? new Map<string, string>();
      scopes.set(scope, files);
      const key = withoutFragment(url);
      const prefix = files.get(key) ?? `osmotr-s${++count}-`;
      files.set(key, prefix);
      const id = decoded(url.slice(key.length + 1));
      return ` ${attr}="${escapeAttribute(id ? `#${prefix}${id}` : `#${prefix}`)}"`;
    },
    drawings(scope) {
      let out = '';
      for (const [url, prefix] of scopes.get(scope) ?? []) {
        const markup = spriteMarkup(assembly.find(url)?.text() ?? '', prefix);
        out += `<svg id="${prefix}" data-osmotr-was="sprite" style="position:absolute;width:0;height:0" aria-hidden="true">${markup}</svg>`;
      }
      return out;
    },
  };
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    // Not an encoded name: it stands for itself.
    return id;
  }
}
