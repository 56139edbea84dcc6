import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles, ROOT, readSources, roomOf } from './source-files';

const sources = readSources();

/** Which rooms a room may import. `utils` is `utils/errors.ts`, the floor that everybody stands on. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  utils: [],
  'utils/domain': ['utils'],
  'utils/indicators': ['utils/domain'],
  'utils/snapshot': ['utils/domain', 'utils'],
  'utils/bundle': ['utils/domain', 'utils'],
  'utils/search': ['utils/domain'],
  'utils/i18n': ['utils/domain', 'utils'],
  'utils/messaging': ['utils/domain', 'utils'],
  'utils/store': ['utils/domain', 'utils'],
  'utils/casework': ['utils/domain', 'utils/indicators', 'utils/search', 'utils/store', 'utils'],
  'utils/backup': ['utils/domain', 'utils/bundle', 'utils/casework', 'utils/search', 'utils/store', 'utils'],
  'utils/capture': [
    'utils/domain',
    'utils/snapshot',
    'utils/indicators',
    'utils/bundle',
    'utils/search',
    'utils/store',
    'utils',
  ],
  'utils/export': ['utils/domain', 'utils/bundle', 'utils/casework', 'utils/store', 'utils'],
  'utils/import': ['utils/domain', 'utils/bundle', 'utils/search', 'utils/store', 'utils'],
  'utils/platform': [
    'utils/domain',
    'utils/capture',
    'utils/export',
    'utils/store',
    'utils/i18n',
    'utils/messaging',
    'utils',
  ],
  components: ['utils/domain', 'utils/i18n', 'utils/search', 'utils'],
};

/** Packages that bind a room to a browser, a database or a screen. */
const BROWSER = ['webextension-polyfill', '#imports', 'wxt'];
const MAY_USE: readonly { readonly packages: readonly string[]; readonly rooms: readonly string[] }[] = [
  { packages: BROWSER, rooms: ['utils/platform', 'entrypoints'] },
  { packages: ['dexie'], rooms: ['utils/store'] },
  { packages: ['dexie-react-hooks'], rooms: ['entrypoints'] },
  { packages: ['@mantine', '@tabler'], rooms: ['components', 'entrypoints'] },
  { packages: ['react', 'react-dom', 'react-i18next'], rooms: ['components', 'entrypoints', 'utils/i18n'] },
  { packages: ['jszip'], rooms: ['utils/bundle'] },
  { packages: ['html2canvas'], rooms: ['utils/capture'] },
];

const OURS = /^(utils|components|entrypoints)(\/|$)/;
const packageOf = (from: string) => (from.startsWith('@') ? from : from.split('/')[0]) ?? '';

describe('dependencies between rooms point one way', () => {
  it('finds the sources and their imports', () => {
    expect(sources.length).toBeGreaterThan(60);
    const protocol = sources.find(({ path }) => path === 'utils/messaging/protocol.ts');
    expect(protocol?.imports).toContainEqual({ from: 'utils/errors', typeOnly: true });
  });

  it('lets no room import a room that it may not know', () => {
    const wrong = sources.flatMap(({ path, imports }) => {
      const room = roomOf(path);
      const allowed = MAY_IMPORT[room];
      if (!allowed) return room === 'entrypoints' ? [] : [`${path}: room ${room} has no rule`];
      return imports
        .filter(({ from }) => OURS.test(from))
        .filter(({ from }) => roomOf(from) !== room && !allowed.includes(roomOf(from)))
        .map(({ from }) => `${path} imports ${from}`);
    });
    expect(wrong).toEqual([]);
  });

  it('keeps the browser, the database and the screen out of the other rooms', () => {
    const wrong = sources.flatMap(({ path, imports }) =>
      imports.flatMap(({ from }) => {
        const rule = MAY_USE.find(({ packages }) =>
          packages.some((name) => packageOf(from).split('/')[0] === name || from === name),
        );
        return rule && !rule.rooms.includes(roomOf(path)) ? [`${path} imports ${from}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('lets a content script touch no storage: what runs in the page imports only the snapshot', () => {
    const script = sources.find(({ path }) => path === 'entrypoints/snapshot.ts');
    const rooms = script?.imports.filter(({ from }) => OURS.test(from)).map(({ from }) => roomOf(from)) ?? [];
    expect([...new Set(rooms)]).toEqual(['utils/snapshot']);
  });
});

describe('the clock and chance come as arguments', () => {
  const PURE = /^utils\/(domain|indicators|bundle|documents|casework|snapshot|search|backup)\//;
  const AMBIENT = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\brandomUUID\(|\bperformance\.now\(/;

  it('asks for neither in the pure rooms', () => {
    const pure = sources.filter(({ path }) => PURE.test(path));
    expect(pure.length).toBeGreaterThan(30);
    expect(pure.filter(({ text }) => AMBIENT.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

describe('files stay readable', () => {
  it('has no file over 300 lines and no entrypoint index over 60', () => {
    const lines = (text: string) => text.trimEnd().split('\n').length;
    const long = sources.filter(({ path, text }) => {
      const isIndex = /^entrypoints\/[^/]+\/(index|main)\.tsx?$/.test(path);
      return lines(text) > (isIndex ? 60 : 300);
    });
    expect(long.map(({ path, text }) => `${path}: ${lines(text)}`)).toEqual([]);
  });

  it('has a README of at most 15 lines of text in every room', () => {
    const rooms = new Set(
      sources.map(({ path }) => roomOf(path)).filter((room) => room.startsWith('utils/')),
    );
    const wanted = [...rooms, 'components', 'entrypoints', 'tests'].map((room) =>
      posix.join(room, 'README.md'),
    );
    expect(wanted.filter((path) => !existsSync(posix.join(ROOT, path)))).toEqual([]);
    const prose = (path: string) =>
      readFileSync(posix.join(ROOT, path), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '' && !line.startsWith('|')).length;
    expect(wanted.filter((path) => prose(path) > 15).map((path) => `${path}: ${prose(path)}`)).toEqual([]);
  });

  it('has no helpers, no misc, no switched-off check', () => {
    expect(sources.filter(({ path }) => /(^|\/)(helpers?|misc)(\/|\.)/.test(path))).toEqual([]);
    const silenced = /@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable|\b(TODO|FIXME)\b/;
    const files = listFiles(/\.(tsx?|mjs)$/).filter((path) => !path.startsWith('tests/architecture/'));
    expect(files.filter((path) => silenced.test(readFileSync(posix.join(ROOT, path), 'utf8')))).toEqual([]);
  });
});
