import type { TileSink } from '@/utils/capture/ports';
import type { ViewportFacts } from '@/utils/domain/capture';
import type { ComposedExport, ExportOrder, ExportProgress } from '@/utils/export/compose-export';

/**
 * Work that needs a document: drawing a page, making an object URL. Firefox's background has one;
 * Chromium's worker keeps an offscreen page for it.
 */
export interface DomHost {
  draw(html: Blob, view: ViewportFacts, onTile: TileSink): Promise<void>;
  /** Composes a bundle and gives an object URL of what to download, which lives until `release`. Throws the signal's reason. */
  compose(order: ExportOrder, onProgress: ExportProgress, signal: AbortSignal): Promise<ComposedExport>;
  release(url: string): Promise<void>;
}
