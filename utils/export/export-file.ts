/** A file on the disk that an export writes and that goes again when it was handed on. */
export interface ExportFile {
  write(piece: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Ends the writing; the Blob is the file on the disk, not its bytes in memory. */
  close(): Promise<Blob>;
  /** Removes the file, half written or whole. */
  discard(): Promise<void>;
}

/** Makes a file for about `bytes` bytes; it and its `write` throw `no-room` if the disk has no room for them. */
export type CreateExportFile = (bytes: number) => Promise<ExportFile>;
