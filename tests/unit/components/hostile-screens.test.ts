import { describe, expect, it } from 'vitest';
import { CaptureCourse } from '@/components/casebook/CaptureCourse';
import { EventData } from '@/components/casebook/EventData';
import { FileTable } from '@/components/casebook/FileTable';
import { NoteList } from '@/components/casebook/NoteList';
import { PageFacts } from '@/components/casebook/PageFacts';
import { RegionList } from '@/components/casebook/RegionList';
import { caseLabel } from '@/components/casefile/case-label';
import type { CaptureManifest } from '@/utils/domain/capture';
import { render, wordsOf } from './render';

/** Turns what follows it around (U+202E), and says so if it is shown as hostile text. */
const BIDI = '\u202Eevil';
const LONG = 'w'.repeat(10_000);

/** Every place where a reordering character is left to act: nothing names it instead (hooks of tests aside). */
const acting = (html: string) =>
  html.replace(/ data-[\w-]+="[^"]*"/g, '').match(/.{0,60}\u202E.{0,20}/g) ?? [];
const nothing = () => undefined;

const manifest = (parts: object): CaptureManifest =>
  ({
    format: 'osmotr-capture/1',
    page: {
      url: 'https://a.example/',
      title: BIDI,
      language: BIDI,
      charset: BIDI,
      contentType: BIDI,
      referrer: '',
    },
    frames: [],
    viewport: null,
    network: { value: null, reason: BIDI },
    time: {
      started: BIDI,
      finished: BIDI,
      durationMs: 1,
      timeZone: BIDI,
    },
    trigger: 'popup',
    operator: { position: BIDI, rank: BIDI, name: BIDI, unit: BIDI },
    software: { name: BIDI, version: BIDI, build: 'a'.repeat(64), browser: BIDI, os: BIDI },
    observer: { seen: { value: null, reason: BIDI }, requests: 0 },
    steps: [],
    remarks: [],
    missing: [],
    removed: {},
    ...parts,
  }) as unknown as CaptureManifest;

describe('texts that an imported bundle may hold', () => {
  it('reorder nothing in notes and regions', () => {
    const note = { id: 'n', captureId: 'c', text: BIDI, corrects: null, by: BIDI, at: BIDI };
    const idle = { isBusy: false, isReadOnly: false };
    expect(acting(render(NoteList, { ...idle, notes: [note], onAdd: async () => true }))).toEqual([]);
    const region = {
      ...{ id: 'r', captureId: 'c', file: BIDI, sha256: 'a'.repeat(64), caption: BIDI, by: BIDI, at: BIDI },
      ...{ x: 0, y: 0, width: 1, height: 1 },
    };
    const html = render(RegionList, { ...idle, regions: [region], onShow: nothing, onRemove: nothing });
    expect(acting(html)).toEqual([]);
  });

  it('reorder nothing among files, facts and steps', () => {
    const file = { captureId: 'c', name: BIDI, mediaType: 'text/plain', bytes: 1, sha256: 'a'.repeat(64) };
    expect(acting(render(FileTable, { artifacts: [file as never], onSave: nothing }))).toEqual([]);
    expect(acting(render(PageFacts, { manifest: manifest({}) }))).toEqual([]);
    const course = manifest({
      steps: [{ name: BIDI, outcome: BIDI, startedMs: 0, durationMs: 0, reason: BIDI }],
      missing: [{ url: BIDI, kind: BIDI, reason: BIDI }],
      refetched: [{ url: 'https://a.example/', at: BIDI, reason: BIDI }],
      removed: { [BIDI]: 1 },
    });
    expect(acting(render(CaptureCourse, { manifest: course }))).toEqual([]);
  });

  it('reorder nothing in the journal, whatever its members are called', () => {
    const data = {
      [BIDI]: BIDI,
      files: [{ name: BIDI, bytes: 1, sha256: BIDI }],
      list: [BIDI],
      type: BIDI,
      trigger: BIDI,
    };
    expect(acting(render(EventData, { data, captures: new Map() }))).toEqual([]);
  });

  it('reorder nothing in a list of choices, and are cut there', () => {
    const label = caseLabel({ registerNumber: BIDI, title: LONG });
    expect(acting(label)).toEqual([]);
    expect(label).toMatch(/^\u2068\[U\+202E\]evil\u2069 · \u2068w+…\u2069$/);
    expect(label.length).toBeLessThan(110);
  });

  it('can be seen whole where they are cut', () => {
    const refetched = [{ url: 'https://a.example/', at: '2026-01-01T00:00:00Z', reason: LONG }];
    const html = render(CaptureCourse, { manifest: manifest({ refetched }) });
    expect(wordsOf(html)).toContain('Show all (10,000 characters)');
    const many = Array.from({ length: 300 }, (_, index) => `value ${index}`);
    const journal = render(EventData, { data: { values: many }, captures: new Map() });
    expect(wordsOf(journal)).toContain('Show all: 300');
  });
});
