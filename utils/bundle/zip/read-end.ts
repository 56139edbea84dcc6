import { readUint64, refuse, requireEqual } from './faults';
import { type ByteSource, IN_ZIP64, SIGNATURE } from './format';

const END_BYTES = 22;
const LOCATOR_BYTES = 20;
const ZIP64_END_BYTES = 56;

/** Where the central directory lies; it ends where the end records start. */
export interface DirectoryPlace {
  readonly count: number;
  readonly bytes: number;
  readonly offset: number;
}

/**
 * Reads the end records (APPNOTE 4.3.14 to 4.3.16), which must be the last bytes of the archive and touch the
 * directory. Refuses split archives, comments, data behind the end, Zip64 values that contradict the plain ones.
 */
export async function readEnd(blob: ByteSource): Promise<DirectoryPlace> {
  if (blob.size < END_BYTES) refuse('zip-not-a-zip', '', `at least ${END_BYTES} bytes`, `${blob.size} bytes`);
  const endAt = blob.size - END_BYTES;
  const end = await viewOf(blob, endAt, END_BYTES);
  if (end.getUint32(0, true) !== SIGNATURE.end) await explainMissingEnd(blob);
  requireEqual('zip-hidden-data', '', 'no archive comment', end.getUint16(20, true) || 'no archive comment');
  requireEqual('zip-unsupported', '', 'disk 0', `disk ${end.getUint16(4, true) || end.getUint16(6, true)}`);
  const count = end.getUint16(10, true);
  requireEqual('zip-header-mismatch', '', count, end.getUint16(8, true));
  const plain = { count, bytes: end.getUint32(12, true), offset: end.getUint32(16, true) };
  const inZip64 = count === IN_ZIP64.count || plain.bytes === IN_ZIP64.size || plain.offset === IN_ZIP64.size;
  const { place, startsAt } = inZip64
    ? await readZip64End(blob, endAt, plain)
    : { place: plain, startsAt: endAt };
  const directoryEnd = place.offset + place.bytes;
  if (directoryEnd > startsAt) refuse('zip-truncated', '', `${directoryEnd} bytes`, `${startsAt} bytes`);
  requireEqual('zip-hidden-data', '', directoryEnd, startsAt);
  return place;
}

async function readZip64End(blob: ByteSource, endAt: number, plain: DirectoryPlace) {
  const locatorAt = endAt - LOCATOR_BYTES;
  const startsAt = locatorAt - ZIP64_END_BYTES;
  if (startsAt < 0) refuse('zip-truncated', '', 'Zip64 end records', 'none');
  const view = await viewOf(blob, startsAt, ZIP64_END_BYTES + LOCATOR_BYTES);
  requireEqual('zip-header-mismatch', '', SIGNATURE.zip64Locator, view.getUint32(ZIP64_END_BYTES, true));
  requireEqual('zip-header-mismatch', '', startsAt, readUint64(view, ZIP64_END_BYTES + 8, ''));
  requireEqual('zip-unsupported', '', 0, view.getUint32(ZIP64_END_BYTES + 4, true));
  requireEqual('zip-unsupported', '', 1, view.getUint32(ZIP64_END_BYTES + 16, true));
  requireEqual('zip-header-mismatch', '', SIGNATURE.zip64End, view.getUint32(0, true));
  requireEqual('zip-header-mismatch', '', ZIP64_END_BYTES - 12, readUint64(view, 4, ''));
  requireEqual('zip-unsupported', '', 0, view.getUint32(16, true) || view.getUint32(20, true));
  const place = {
    count: readUint64(view, 32, ''),
    bytes: readUint64(view, 40, ''),
    offset: readUint64(view, 48, ''),
  };
  requireEqual('zip-header-mismatch', '', place.count, readUint64(view, 24, ''));
  if (plain.count !== IN_ZIP64.count) requireEqual('zip-header-mismatch', '', place.count, plain.count);
  if (plain.bytes !== IN_ZIP64.size) requireEqual('zip-header-mismatch', '', place.bytes, plain.bytes);
  if (plain.offset !== IN_ZIP64.size) requireEqual('zip-header-mismatch', '', place.offset, plain.offset);
  return { place, startsAt };
}

async function explainMissingEnd(blob: ByteSource): Promise<never> {
  const head = await viewOf(blob, 0, 4);
  const start = head.getUint32(0, true);
  if (start !== SIGNATURE.local && start !== SIGNATURE.end)
    refuse('zip-not-a-zip', '', 'a ZIP', 'another file');
  const tailAt = Math.max(0, blob.size - 0x10000 - END_BYTES);
  const tail = await viewOf(blob, tailAt, blob.size - tailAt);
  for (let at = tail.byteLength - END_BYTES; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== SIGNATURE.end) continue;
    const behind = tail.byteLength - at - END_BYTES;
    refuse('zip-hidden-data', '', 'nothing behind the end record', `${behind} bytes`);
  }
  return refuse('zip-truncated', '', 'an end record', 'none');
}

/** `length` bytes of the Blob from `at` on. */
export async function viewOf(blob: ByteSource, at: number, length: number): Promise<DataView> {
  return new DataView(await blob.slice(at, at + length).arrayBuffer());
}
