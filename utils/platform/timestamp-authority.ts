import browser from 'webextension-polyfill';
import { bytesFromBase64 } from '@/utils/domain/base64';
import { ExpectedError } from '@/utils/errors';
import { hideOwnOrigin } from './own-origin';
import { postTimestampQuery } from './post-timestamp-query';
import { settings } from './settings';

/**
 * Asks the browser to let the extension reach an address, and that host only; false if it was refused. Call it in the
 * handler of a click, before anything is awaited. No question is put where the extension may reach it already. Throws
 * `timestamp-address` for anything but http and https.
 */
export function requestHost(url: string): Promise<boolean> {
  return browser.permissions.request({ origins: [hostPattern(url)] });
}

/**
 * Sends a timestamp query to the authority of the settings. Throws `timestamp-address` if there is none,
 * `timestamp-permission` if the browser gives no leave to reach it (any more), and what postTimestampQuery throws.
 */
export async function askConfiguredAuthority(
  query: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const { url } = await settings.timestampAuthority.getValue();
  if (!(await browser.permissions.contains({ origins: [hostPattern(url)] }))) {
    throw new ExpectedError('timestamp-permission', { host: new URL(url).host });
  }
  await hideOwnOrigin();
  return postTimestampQuery(url, query);
}

/** The root certificates (DER) for the timestamp of an export; null if none is to be asked for. */
export async function readTimestampRoots(): Promise<Uint8Array[] | null> {
  const { url, atExport } = await settings.timestampAuthority.getValue();
  if (url === '' || !atExport) return null;
  return (await settings.trustedRoots.getValue()).map(bytesFromBase64);
}

// Match patterns name no port.
function hostPattern(url: string): string {
  const address = URL.canParse(url) ? new URL(url) : null;
  if (!address || !/^https?:$/.test(address.protocol)) throw new ExpectedError('timestamp-address');
  return `${address.protocol}//${address.hostname}/*`;
}
