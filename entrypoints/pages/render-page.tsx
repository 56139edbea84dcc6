import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { AppFrame } from '@/components/ui/AppFrame';
import { askPersistence } from '@/utils/platform/persistence';
import { startI18n } from './page-i18n';
import { bugEnvironment, store } from './services';

/** Renders one of our pages into `#root`, in the operative's language; `page` may wait while the texts load. */
export async function renderPage(page: ReactNode | Promise<ReactNode>): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no #root');
  // Opened while the texts load; if it fails, the first query meets the same error and shows it.
  // The browser is asked to keep the store each time: it grants that to an extension in silence, or not at all.
  void Promise.allSettled([store.db.open(), askPersistence()]);
  const [i18n, content] = await Promise.all([startI18n(), page]);
  createRoot(root).render(
    <StrictMode>
      <AppFrame i18n={i18n} environment={bugEnvironment}>
        {content}
      </AppFrame>
    </StrictMode>,
  );
}
