import type { Page } from 'puppeteer-core';

/** Every file in the extension's private file system (OPFS), as paths. */
export function privateFiles(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    type Folder = FileSystemDirectoryHandle & {
      entries(): AsyncIterable<[string, FileSystemDirectoryHandle | FileSystemFileHandle]>;
    };
    const list = async (folder: FileSystemDirectoryHandle, path: string): Promise<string[]> => {
      const found: string[] = [];
      for await (const [name, handle] of (folder as Folder).entries()) {
        if (handle.kind === 'file') found.push(path + name);
        else found.push(...(await list(handle as FileSystemDirectoryHandle, `${path}${name}/`)));
      }
      return found;
    };
    return list(await navigator.storage.getDirectory(), '');
  });
}

/** Leaves a file in a folder where an export or a capture would have left one, had the browser been killed. */
export async function leaveFile(page: Page, name: 'exports' | 'captures'): Promise<void> {
  await page.evaluate(async (name) => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true });
    const writable = await (await folder.getFileHandle('half-written', { create: true })).createWritable();
    await writable.write('bytes');
    await writable.close();
  }, name);
}
