import browser from 'webextension-polyfill';
import type { SoftwareFacts } from '@/utils/domain/capture';

declare const __BUILD_ID__: string;

let known: Promise<SoftwareFacts> | null = null;

/** This extension, the browser and the operating system, as they describe themselves: once, for it can't change. */
export function readSoftware(): Promise<SoftwareFacts> {
  known ??= askBrowser().catch((thrown) => {
    known = null;
    throw thrown;
  });
  return known;
}

async function askBrowser(): Promise<SoftwareFacts> {
  const { name, version } = browser.runtime.getManifest();
  const platform = await browser.runtime.getPlatformInfo();
  return {
    name,
    version,
    build: __BUILD_ID__,
    browser: import.meta.env.FIREFOX ? await firefoxName() : await chromiumName(),
    os: `${platform.os} ${platform.arch}`,
  };
}

async function firefoxName(): Promise<string> {
  const { name, version, buildID } = await browser.runtime.getBrowserInfo();
  return `${name} ${version} (${buildID})`;
}

interface UserAgentData {
  getHighEntropyValues(
    hints: readonly string[],
  ): Promise<{ fullVersionList?: { brand: string; version: string }[] }>;
}

/** The brand list holds a made-up brand on purpose (GREASE); the full user agent stands beside it for that reason. */
async function chromiumName(): Promise<string> {
  const data = (navigator as { userAgentData?: UserAgentData }).userAgentData;
  const brands = (await data?.getHighEntropyValues(['fullVersionList']))?.fullVersionList ?? [];
  const names = brands
    .filter(({ brand }) => !/not.*brand/i.test(brand))
    .map((b) => `${b.brand} ${b.version}`);
  return names.length > 0 ? names.join(', ') : navigator.userAgent;
}
