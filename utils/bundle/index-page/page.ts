import { sha256 } from '@noble/hashes/sha2.js';
import { base64 } from '@scure/base';
import { numberRanges } from '@/utils/domain/number-ranges';
import type { BundleScope } from '@/utils/domain/verification';
import { bundleFileName } from '../layout';
import type { BundleInput } from '../model';
import { capturesSection, fromIndex } from './captures';
import { guideSection, LANGUAGE_TAGS } from './guide';
import { countIndicators, indicatorsSection } from './indicators';
import { journalSection } from './journal';
import { captured, digits, type Html, hash, html, moment } from './markup';
import { procedureSection } from './procedure';
import { STYLE } from './style';
import { INDEX_TEXTS, type IndexTexts } from './texts';

interface PayloadFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface IndexPageInput {
  readonly input: BundleInput;
  /** Every other file of the payload. */
  readonly files: readonly PayloadFile[];
  /** Fingerprint of the sealing key, lower-case hex. */
  readonly keySha256: string;
}

/**
 * `data/index.html`: the case at a glance, opened from disk, with scripts off and without a network. Its policy
 * allows its own style sheet and the pictures beside it, nothing else. Nothing captured is live in it.
 */
export function formatIndexPage({ input, files, keySha256 }: IndexPageInput): string {
  const t = INDEX_TEXTS[input.language];
  const fileName = bundleFileName(input.case, input.createdAt);
  const page = html`<!doctype html>
<html lang="${LANGUAGE_TAGS[input.language]}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Osmotr: ${input.case.registerNumber || input.case.id}</title>
<style>${{ html: STYLE }}</style>
</head>
<body>
${masthead(input, files, keySha256, t)}
<main>
${procedureSection(input.case.procedure, t)}
${capturesSection(input.captures, t)}
${indicatorsSection(input, t)}
${journalSection(input.journal, t)}
${filesSection(files, t)}
${guideSection(input.language, fileName)}
<footer></footer>
</main>
</body>
</html>
`;
  return page.html;
}

// `file:` is for browsers that give pages from disk no origin of their own to be `self`.
function policy(): string {
  const style = base64.encode(sha256(new TextEncoder().encode(STYLE)));
  return [
    "default-src 'none'",
    "img-src 'self' file:",
    `style-src 'sha256-${style}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function masthead(input: BundleInput, files: readonly PayloadFile[], key: string, t: IndexTexts): Html {
  const { case: matter, software } = input;
  const facts: readonly (readonly [string, string])[] = [
    [t.facts.registerNumber, matter.registerNumber],
    [t.facts.jurisdiction, t.jurisdictions[matter.jurisdiction]],
    [t.facts.unit, matter.unit],
    [t.facts.name, matter.name],
    [t.facts.position, matter.position],
    [t.facts.rank, matter.rank],
    [t.caseId, matter.id],
    [t.sealedAt, moment(input.createdAt)],
    [
      t.software,
      `${software.name} ${software.version} (${software.build}), ${software.browser}, ${software.os}`,
    ],
  ];
  return html`<header><div>
<p class="brand">Osmotr <span>· ${t.bundle}</span></p>
<h1>${captured(matter.title)}</h1>
${input.scope.partial ? partialNotice(input.scope, t) : null}
<dl class="facts">
${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value === '' ? '—' : captured(value)}</dd></div>\n`)}
<div class="wide"><dt>${t.key}</dt><dd>${hash(key)}</dd><dd class="hint">${t.keyNote}</dd></div>
</dl>
<nav>
<a href="#captures">${t.captures} <b>${captureCount(input.scope)}</b></a>
<a href="#indicators">${t.indicators} <b>${digits(countIndicators(input))}</b></a>
<a href="#journal">${t.journal} <b>${digits(input.journal.length)}</b></a>
<a href="#files">${t.files} <b>${digits(files.length + 1)}</b></a>
<a href="#verify">${t.verify}</a>
</nav>
</div></header>`;
}

// What is left out comes before everything that is there.
function partialNotice({ numbers, of }: BundleScope, t: IndexTexts): Html {
  const held = `№ ${numberRanges(numbers)} (${digits(numbers.length)} / ${digits(of)})`;
  return html`<p class="partial"><strong>${t.partial}</strong> ${held}. ${t.partialNote}</p>`;
}

function captureCount({ partial, numbers, of }: BundleScope): string {
  return partial ? `${digits(numbers.length)} / ${digits(of)}` : digits(numbers.length);
}

function filesSection(files: readonly PayloadFile[], t: IndexTexts): Html {
  const own = files.filter(({ path }) => !fromIndex(path).includes('/'));
  return html`<section id="files">
<h2>${t.files}</h2>
<p class="note">${t.filesNote}</p>
<div class="box"><table class="hashes">
<tr><th>${t.name}</th><th class="n">${t.bytes}</th><th>SHA-256</th></tr>
${own.map(
  ({
    path,
    bytes,
    sha256: digest,
  }) => html`<tr><td><a href="${fromIndex(path)}">${path}</a></td><td class="n">${digits(bytes)}</td><td>${hash(digest)}</td></tr>
`,
)}</table></div>
</section>`;
}
