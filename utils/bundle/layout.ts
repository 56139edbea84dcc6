import { BundleError } from './errors';

/** The version of everything in FORMAT.md. */
export const BUNDLE_FORMAT = 'osmotr-bundle/1';

/** Where each file of a bundle stands. */
export const BUNDLE_PATHS = {
  declaration: 'bagit.txt',
  info: 'bag-info.txt',
  manifest: 'manifest-sha256.txt',
  tagManifest: 'tagmanifest-sha256.txt',
  verifier: 'verify.html',
  payload: 'data/',
  annotations: 'data/annotations.json',
  caseFacts: 'data/case.json',
  captures: 'data/captures/',
  indicatorsCsv: 'data/indicators.csv',
  indicatorsJson: 'data/indicators.json',
  indicatorsStix: 'data/indicators.stix.json',
  journal: 'data/journal.jsonl',
  index: 'data/index.html',
  seal: 'seal/',
  statement: 'seal/signature.json',
  signature: 'seal/signature.bin',
  publicKey: 'seal/public-key.pem',
  timestamp: 'seal/timestamp.tsr',
} as const;

/** The file of a capture that names its other files. */
export const CAPTURE_MANIFEST = 'capture.json';

/** Signatures of e-signature programs: `seal/signature-01.p7s`, as many as 99. */
export const E_SIGNATURE_PATH = /^seal\/signature-\d{2}\.(p7s|cms|sig)$/;

const NAME_LIMIT = 120;
const HOST_LIMIT = 60;

/**
 * `osmotr-<register number>-<UTC time>.zip`, ASCII, at most 120 characters; the case's id stands in where the
 * register number has no Latin letter and no digit. `createdAt`: ISO 8601 with offset.
 */
export function bundleFileName(
  matter: { readonly id: string; readonly registerNumber: string },
  createdAt: string,
): string {
  const time = new Date(createdAt).toISOString().slice(0, 19).replace(/[-:]/g, '');
  const fixed = `osmotr--${time}Z.zip`;
  const room = NAME_LIMIT - fixed.length;
  const name = cleanName(matter.registerNumber, room) || cleanName(matter.id, room) || 'case';
  return `osmotr-${name}-${time}Z.zip`;
}

/** `data/captures/0001-<host>/`: the number within the case and the host, cleaned; never the page's title. */
export function captureFolder(capture: { readonly number: number; readonly host: string }): string {
  const number = String(capture.number).padStart(4, '0');
  const host = cleanName(capture.host.toLowerCase(), HOST_LIMIT) || 'page';
  return `${BUNDLE_PATHS.captures}${number}-${host}/`;
}

/** The path of a capture's file. Throws `artifact-name` for a name that isn't plain ASCII of up to 60 characters. */
export function artifactPath(folder: string, name: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/.test(name) || name.endsWith('.')) {
    throw new BundleError('artifact-name', {
      file: `${folder}${name}`,
      expected: 'up to 60 letters, digits, dots, dashes, underscores',
      found: name,
    });
  }
  return `${folder}${name}`;
}

function cleanName(text: string, limit: number): string {
  return text
    .replace(/[^A-Za-z0-9.-]+/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/\.{2,}/g, '.')
    .slice(0, limit)
    .replace(/^[-.]+|[-.]+$/g, '');
}
