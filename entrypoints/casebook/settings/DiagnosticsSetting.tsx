import { useEffect, useState } from 'react';
import { browser } from '#imports';
import { DiagnosticsSection } from '@/components/settings/DiagnosticsSection';
import { type DiagnosticFacts, formatDiagnostics } from '@/components/settings/diagnostics';
import { useRaise } from '@/components/ui/use-raise';
import { readSoftware } from '@/utils/platform/software';
import { bugEnvironment, store } from '../../pages/services';
import { useStored } from '../../pages/use-stored';

/** What the developers need to know, gathered anew when rows come or go. */
export function DiagnosticsSetting() {
  const counts = useStored(countRows, []);
  const [machine, setMachine] = useState<DiagnosticFacts | null>(null);
  const raise = useRaise();
  useEffect(() => {
    if (counts) readMachine().then(setMachine, raise);
  }, [counts, raise]);
  return counts && machine ? (
    <DiagnosticsSection text={formatDiagnostics({ ...machine, ...counts })} />
  ) : null;
}

async function countRows(): Promise<DiagnosticFacts> {
  const { db } = store;
  const counts = await Promise.all(
    db.tables.map(async (table) => [`rows ${table.name}`, await table.count()] as const),
  );
  const states = await db.activities.toArray();
  const failed = states.filter(({ state }) => state === 'failed').map(({ error }) => error?.code ?? '');
  return {
    'database version': db.verno,
    ...Object.fromEntries(counts),
    'recent failures': failed.join(' ') || 'none',
  };
}

async function readMachine(): Promise<DiagnosticFacts> {
  const { version, userAgent, language } = bugEnvironment();
  const { usage, quota } = await navigator.storage.estimate();
  const { permissions = [], origins = [] } = await browser.permissions.getAll();
  return {
    version,
    build: (await readSoftware()).build,
    browser: userAgent,
    'language of the interface': language,
    'languages of the browser': navigator.languages.join(' '),
    'time zone': Intl.DateTimeFormat().resolvedOptions().timeZone,
    'bytes used': usage ?? null,
    'bytes allowed': quota ?? null,
    'storage persisted': await navigator.storage.persisted(),
    'processor threads': navigator.hardwareConcurrency,
    'private window': browser.extension.inIncognitoContext,
    permissions: permissions.toSorted().join(' '),
    'sites allowed': origins.includes('<all_urls>') ? 'all' : String(origins.length),
  };
}
