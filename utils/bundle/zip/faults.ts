import { BundleError, type BundleErrorCode } from '../errors';

/** Throws the BundleError for a fault of an archive; `file`: the entry, or '' for the archive as a whole. */
export function refuse(code: BundleErrorCode, file: string, expected: unknown, found: unknown): never {
  throw new BundleError(code, { file, expected: String(expected), found: String(found) });
}

/** Refuses with `code` unless both values are equal. */
export function requireEqual(code: BundleErrorCode, file: string, expected: unknown, found: unknown): void {
  if (expected !== found) refuse(code, file, expected, found);
}

/** A 64-bit field as a number. Refuses what no file can be as large as. */
export function readUint64(view: DataView, at: number, file: string): number {
  const value = view.getBigUint64(at, true);
  if (value > BigInt(Number.MAX_SAFE_INTEGER))
    refuse('zip-header-mismatch', file, 'a size or an offset', value);
  return Number(value);
}
