import type { ElementHandle, Page } from 'puppeteer-core';
import { waitForState } from '../harness/index.mjs';

/** What a reader sees of a report, in `verify.html` and in the casebook alike. */
export interface SeenReport {
  readonly state: string;
  readonly verdict: string | undefined;
  readonly text: string;
  readonly steps: readonly string[];
  readonly findings: readonly { readonly code: string; readonly file: string; readonly text: string }[];
}

/** Gives a file to the page's file input and reads the report. */
export async function verifyFile(page: Page, path: string): Promise<SeenReport> {
  const input = (await page.waitForSelector(
    '[data-testid="verify-file"]',
  )) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(path);
  await waitForState(page, 'verify-status', ['done', 'failed']);
  return readReport(page);
}

/** Drops a file of these bytes on the page, as a hand would. */
export async function dropFile(page: Page, name: string, base64: string): Promise<SeenReport> {
  await page.waitForSelector('[data-testid="verify-drop"]');
  await page.evaluate(
    (fileName, content) => {
      const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], fileName, { type: 'application/zip' }));
      const zone = document.querySelector('[data-testid="verify-drop"]');
      for (const type of ['dragenter', 'dragover', 'drop']) {
        zone?.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
      }
    },
    name,
    base64,
  );
  await waitForState(page, 'verify-status', ['done', 'failed']);
  return readReport(page);
}

function readReport(page: Page): Promise<SeenReport> {
  return page.evaluate(() => {
    const status = document.querySelector<HTMLElement>('[data-testid="verify-status"]');
    const all = (selector: string) => [...(status?.querySelectorAll<HTMLElement>(selector) ?? [])];
    return {
      state: status?.dataset.state ?? '',
      verdict: status?.dataset.verdict,
      text: status?.textContent ?? '',
      steps: all('[data-step]').map(({ dataset }) => `${dataset.step} ${dataset.outcome}`),
      findings: all('[data-testid="verify-finding"]').map((item) => ({
        code: item.dataset.code ?? '',
        file: item.dataset.file ?? '',
        text: item.textContent ?? '',
      })),
    };
  });
}
