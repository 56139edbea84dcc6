import { createDigest, digestBlob, digestPieces, slices } from '@/utils/bundle/digest';
import type { ExportedFile, ExportPhase } from '@/utils/domain/activity';
import type { CreateExportFile, ExportFile } from './export-file';

/** A bundle as it was composed: its Blob refers to the stored files. */
interface Composed {
  readonly blob: Blob;
  readonly fileName: string;
  readonly bytes: number;
}

/** What is to be downloaded; `file` must be discarded behind that. */
export interface WrittenExport {
  readonly content: Blob;
  readonly file: ExportFile | null;
  readonly bundle: ExportedFile;
  readonly container: ExportedFile | null;
}

interface Options {
  readonly onBytes: (phase: ExportPhase, bytes: number) => void;
  readonly signal: AbortSignal;
}

/** Hashes a bundle that can be downloaded as it was composed. Throws the signal's reason when aborted. */
export async function hashBundle(composed: Composed, { onBytes, signal }: Options): Promise<WrittenExport> {
  const { blob, fileName, bytes } = composed;
  const { sha256 } = await digestBlob(blob, { signal, onBytes: (count) => onBytes('hash', count) });
  return { content: blob, file: null, bundle: { fileName, bytes, sha256 }, container: null };
}

/** Writes a bundle to a file, hashing what is written: one pass. Nothing is left of a file that wasn't ended. */
export async function writeBundle(
  composed: Composed,
  createFile: CreateExportFile,
  { onBytes, signal }: Options,
): Promise<WrittenExport> {
  const { blob, fileName, bytes } = composed;
  const file = await createFile(bytes);
  return orDiscard(file, async () => {
    const written = async function* () {
      for await (const piece of slices(blob)) {
        await file.write(piece);
        yield piece;
      }
    };
    const { sha256 } = await digestPieces(written(), { signal, onBytes: (count) => onBytes('write', count) });
    signal.throwIfAborted();
    const content = await closeWhole(file, bytes);
    return { content, file, bundle: { fileName, bytes, sha256 }, container: null };
  });
}

/**
 * Writes a bundle into an encrypted container: a ZIP of one stored entry, AES-256 as WinZip specifies it (AE-2, method
 * 99; PBKDF2-HMAC-SHA1 of 1,000 rounds, CTR, HMAC-SHA1-80). One pass hashes the bundle, encrypts it and hashes the
 * container. The entry's name is the bundle's and stays readable. Nothing is left of a file that wasn't ended.
 */
export async function encryptBundle(
  composed: Composed & { readonly createdAt: string; readonly passphrase: string },
  createFile: CreateExportFile,
  { onBytes, signal }: Options,
): Promise<WrittenExport> {
  const { blob, fileName, bytes, createdAt, passphrase } = composed;
  // Too heavy for everybody who exports without it.
  const { ZipWriter } = await import('@zip.js/zip.js/lib/zip-core-writer.js');
  const file = await createFile(bytes + CONTAINER_OVERHEAD);
  return orDiscard(file, async () => {
    const [plain, sealed] = [createDigest(), createDigest()];
    const pieces = slices(blob);
    const readable = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) return controller.close();
        plain.update(value);
        onBytes('encrypt', value.length);
        controller.enqueue(value);
      },
    });
    const writable = new WritableStream<Uint8Array<ArrayBuffer>>({
      async write(piece) {
        sealed.update(piece);
        await file.write(piece);
      },
    });
    const zip = new ZipWriter(writable, { useWebWorkers: false, level: 0, extendedTimestamp: true });
    await zip.add(fileName, readable, {
      password: passphrase,
      encryptionStrength: 3,
      zip64: bytes >= ZIP64_FROM,
      lastModDate: new Date(createdAt),
      signal,
    });
    await zip.close();
    const { sha256, ...whole } = sealed.end();
    const content = await closeWhole(file, whole.bytes);
    return {
      content,
      file,
      bundle: { fileName, bytes, sha256: plain.end().sha256 },
      container: { fileName: containerName(fileName), bytes: whole.bytes, sha256 },
    };
  }).catch((thrown: unknown) => {
    // The writer wraps the reason of an abort.
    signal.throwIfAborted();
    throw thrown;
  });
}

/** What headers, salt and authentication code of a container take, amply. */
const CONTAINER_OVERHEAD = 4096;
/** Beyond this size sizes and offsets of a container may need Zip64. */
const ZIP64_FROM = 0xffff0000;

function containerName(fileName: string): string {
  return fileName.replace(/\.zip$/, '-aes256.zip');
}

async function closeWhole(file: ExportFile, bytes: number): Promise<Blob> {
  const content = await file.close();
  if (content.size !== bytes) throw new Error(`the file has ${content.size} bytes, not ${bytes}`);
  // Without a type Chromium takes the file for a text and gives it another name.
  return content.slice(0, content.size, 'application/zip');
}

async function orDiscard<T>(file: ExportFile, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    await file.discard();
    throw thrown;
  }
}
