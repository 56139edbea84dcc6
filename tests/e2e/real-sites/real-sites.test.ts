import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REAL_SITES } from '../../fixtures/real-sites/sites';
import { BROWSERS, type Session, startSession } from '../extension/session';
import { captureSite, type SiteResult } from './capture-site';
import { writeReport } from './report';

/** Share of pixels that may differ where nothing is out of reach. */
const SAME = 0.001;

const results = new Map<string, SiteResult>();

afterAll(() => {
  if (process.env.REAL_SITES_REPORT) writeReport(results);
});

/** Whole sites that others made: captured by the button, opened again from disk without their server. */
describe.each(BROWSERS)('real sites in %s', (name) => {
  let session: Session;
  let reader: Page;

  beforeAll(async () => {
    session = await startSession(name, { offline: true, height: 3000 });
    reader = await session.driven.openExtensionPage('casebook.html');
  });

  afterAll(async () => {
    await session?.end();
  });

  it.each(REAL_SITES)('$name', async (site) => {
    const result = await captureSite(session, reader, site);
    results.set(`${name} ${site.name}`, result);
    const { asked, reopened, window, manifest } = result;
    expect(manifest.steps.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    expect(asked).toEqual([]);
    expect(reopened).toEqual([]);
    expect(window.sizes[0]).toBe(window.sizes[1]);
    expect(window.share).toBeLessThanOrEqual(site.differs?.[name] ?? SAME);
  });
});
