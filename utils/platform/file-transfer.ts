import { ExpectedError } from '@/utils/errors';

// Messages of extensions are JSON in Chromium; a channel between our own pages and worker clones a File as a handle,
// without copying its bytes.
const channelOf = (id: string) => new BroadcastChannel(`osmotr-file-${id}`);

const LIMIT_MS = 15_000;

/** In a page: gives `file` to whoever takes it under this id; returns what ends the offer. */
export function offerFile(id: string, file: File): () => void {
  const channel = channelOf(id);
  channel.onmessage = () => channel.postMessage(file);
  return () => channel.close();
}

/** In the background: the file that a page offers under this id. Throws `import-file-lost` if none comes. */
export async function takeFile(id: string): Promise<File> {
  const channel = channelOf(id);
  try {
    return await new Promise<File>((resolve, reject) => {
      const lose = () => reject(new ExpectedError('import-file-lost'));
      channel.onmessage = ({ data }) => (data instanceof File ? resolve(data) : lose());
      channel.onmessageerror = lose;
      setTimeout(lose, LIMIT_MS);
      channel.postMessage('take');
    });
  } finally {
    channel.close();
  }
}
