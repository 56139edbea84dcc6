import { createHash } from 'node:crypto';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { buildBundle } from '@/utils/bundle/build';
import { guideCommands } from '@/utils/bundle/index-page/commands';
import { INDEX_TEXTS } from '@/utils/bundle/index-page/texts';
import type { BundleLanguage } from '@/utils/bundle/model';
import { sampleCase } from '../sample-case';
import { extractArchive, run, saveArchive } from '../tools';
import { readText, type Unpacked, unpack } from '../unpacked';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

async function pageFiles(language: BundleLanguage = 'ru'): Promise<Unpacked> {
  const { input, ports } = sampleCase();
  return unpack((await buildBundle({ ...input, language }, ports)).blob);
}

function elementsOf(node: Node): Element[] {
  const own = 'tagName' in node ? [node] : [];
  const children = 'childNodes' in node ? node.childNodes.flatMap(elementsOf) : [];
  return [...own, ...children];
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

describe('data/index.html', () => {
  it('shows who found an indicator irrelevant or added it, when and why', async () => {
    const elements = elementsOf(parse(readText(await pageFiles('en'), 'data/index.html')));
    const rows = elements.filter(({ tagName }) => tagName === 'tr').map(textOf);
    const marked = rows.filter((row) => row.includes(INDEX_TEXTS.en.irrelevant));
    expect(marked).toHaveLength(1);
    expect(marked[0]).toContain('primer_shop_bot');
    expect(marked[0]).toContain('=бот администрации <района>, Образцов О. О., 2026-03-05 14:40:00 +05:00');
    const added = rows.filter((row) => row.includes(INDEX_TEXTS.en.addedByHand));
    expect(added).toHaveLength(1);
    expect(added[0]).toContain('primer_wickr');
    expect(added[0]).toContain('написано на снимке от руки, Образцов О. О.');
  });

  it('shows legal basis, registration and participants as they were typed, and that nobody checked the law', async () => {
    const elements = elementsOf(parse(readText(await pageFiles('en'), 'data/index.html')));
    const section = elements.find((element) => attribute(element, 'id') === 'procedure');
    const text = section ? textOf(section) : '';
    for (const part of [
      '№ 25-7500-031, 2026-03-05',
      'п. 5 ч. 3 ст. 297 УК РК',
      'статьи 219, 220 УПК РК <b>ред. 2024</b>',
      INDEX_TEXTS.en.procedure.unchecked,
      '2026-03-06 13:00:00 +05:00',
      'Specialist',
      '=Очевидец О. О.',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain(INDEX_TEXTS.en.procedure.registeredAt);
  });

  it('shows what was written beside a capture: tags, notes in their order, regions', async () => {
    const elements = elementsOf(parse(readText(await pageFiles('en'), 'data/index.html')));
    const [card] = elements.filter(({ tagName }) => tagName === 'article').map(textOf);
    expect(card).toContain('витрина, =важное');
    const items = elements.filter(({ tagName }) => tagName === 'li').map(textOf);
    const [note, correction, region] = items;
    expect(note).toBe('Цена <b>указана</b> в тенге Образцов О. О. 2026-03-05 14:45:00 +05:00');
    expect(correction).toContain('Цена указана в сумах [U+202E]мус');
    expect(correction).toContain(`${INDEX_TEXTS.en.corrects} 1`);
    expect(region).toContain('Адрес <кошелька> viewport.png x 1, y 2, 3 × 4 px');
  });

  it('has no script, no handler, no form, no frame, and nothing that loads from elsewhere', async () => {
    const elements = elementsOf(parse(readText(await pageFiles(), 'data/index.html')));
    const names = new Set(elements.map(({ tagName }) => tagName));
    for (const name of [
      'script',
      'iframe',
      'object',
      'embed',
      'form',
      'link',
      'base',
      'svg',
      'video',
      'audio',
    ]) {
      expect(names).not.toContain(name);
    }
    for (const { attrs } of elements) {
      for (const { name, value } of attrs) {
        expect(name).not.toMatch(/^(on|style$|srcset$|ping$|action$|background$)/);
        expect(`${name}=${value}`).not.toMatch(/(https?|ftp|data|javascript|file):\/?\/?[^\s'"]*$/i);
      }
    }
  });

  it('refers to files of the bundle alone, never to one that a browser would open as a page', async () => {
    const files = await pageFiles();
    const elements = elementsOf(parse(readText(files, 'data/index.html')));
    const references = elements.flatMap((element) => [attribute(element, 'href'), attribute(element, 'src')]);
    const anchors = new Set(elements.map((element) => attribute(element, 'id')));
    const paths = references.filter((reference) => reference !== undefined);
    for (const reference of paths) {
      if (reference.startsWith('#')) expect(anchors).toContain(reference.slice(1));
      else if (reference === '../verify.html') expect(files.has('verify.html')).toBe(true);
      else {
        expect(files.has(`data/${reference}`), reference).toBe(true);
        expect(reference).toMatch(/\.(png|txt|json|jsonl|csv)$/);
      }
    }
    // Of two captures: the picture, its link, its row among the files, a region marked on it.
    expect(paths.filter((path) => path.endsWith('viewport.png'))).toHaveLength(8);
    // One guide a language, and each leads to the page that verifies.
    expect(paths.filter((path) => path === '../verify.html')).toHaveLength(4);
  });

  it('forbids by its policy all but its own style sheet and the pictures beside it', async () => {
    const elements = elementsOf(parse(readText(await pageFiles(), 'data/index.html')));
    const policy = elements.find((element) => attribute(element, 'http-equiv') === 'Content-Security-Policy');
    const style = elements.find(({ tagName }) => tagName === 'style') ?? expect.fail('no style');
    const hash = createHash('sha256').update(textOf(style)).digest('base64');
    expect(policy && attribute(policy, 'content')).toBe(
      `default-src 'none'; img-src 'self' file:; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    expect(elements.filter(({ tagName }) => tagName === 'style')).toHaveLength(1);
    expect(textOf(style)).not.toMatch(/url\(|@import/);
  });

  it('shows what was captured as text: defanged, isolated, hidden characters by their code', async () => {
    const page = readText(await pageFiles(), 'data/index.html');
    expect(page).not.toMatch(/https?:/i);
    expect(page).toContain('<bdi>hxxps://shop-1.example/katalog?x=&lt;b&gt;&amp;lang=kk</bdi>');
    expect(page).toContain('<bdi>Каталог 1 [U+202E]гнп.&lt;img src=x&gt;</bdi>');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toContain('\u202E');
  });

  it('holds the case, every hash of a capture’s file, every indicator and event', async () => {
    const { input } = sampleCase();
    const text = textOf(parse(readText(await pageFiles(), 'data/index.html')));
    for (const { capture, artifacts, indicators } of input.captures) {
      for (const { sha256 } of [...artifacts, capture]) expect(text).toContain(sha256);
      for (const { value } of indicators) expect(text).toContain(value.replace('https', 'hxxps'));
    }
    for (const { hash } of input.journal) expect(text).toContain(hash);
    expect(text).toContain(input.case.registerNumber);
    expect(text).toContain('отрисовка, не снимок экрана');
    expect(text).toContain('Не всё удалось получить: архив MHTML, снимки всей страницы');
  });

  it.each(['ru', 'kk', 'uz', 'en'] as const)(
    'in %s: is in that language, with the guide in all four',
    async (language) => {
      const page = readText(await pageFiles(language), 'data/index.html');
      expect(page).toContain(`<html lang="${language === 'uz' ? 'uz-Latn' : language}">`);
      expect(page).toContain(`<h2>${INDEX_TEXTS[language].journal} `);
      for (const texts of Object.values(INDEX_TEXTS)) {
        for (const limit of texts.guide.limits) expect(textOf(parse(page))).toContain(limit);
      }
    },
  );

  it('gives a guide whose commands answer as it says', async () => {
    const { input, ports } = sampleCase();
    const bundle = await buildBundle(input, ports);
    const out = await extractArchive(bundle.blob);
    const commands = guideCommands('bundle.zip');
    const shell = (folder: string, command: string) => run(folder, 'sh', '-c', command).said;
    expect(shell(await saveArchive(bundle.blob), commands.structure)).toContain('No errors detected');
    expect(shell(out, commands.payload)).toBe('OK\n');
    expect(shell(out, commands.tags)).toBe('OK\n');
    expect(shell(out, commands.statement).split(bundle.tagManifestSha256)).toHaveLength(3);
    expect(shell(out, commands.signature)).toBe('Verified OK\n');
    expect(shell(out, commands.key)).toContain(bundle.statement.keySha256);
  });
});
