import browser from 'webextension-polyfill';

/** Puts one entry into the context menu of pages, in place of what was there. */
export async function showContextMenu(id: string, title: string): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id,
    title,
    contexts: ['page', 'frame', 'selection', 'link', 'image', 'video', 'audio', 'editable'],
    documentUrlPatterns: ['http://*/*', 'https://*/*', 'file:///*'],
  });
}
