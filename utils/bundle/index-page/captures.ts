import type { ArtifactRecord } from '@/utils/domain/capture';
import { captureFolder } from '../layout';
import type { BundleCapture } from '../model';
import { captured, digits, type Html, hash, html, moment } from './markup';
import type { IndexTexts } from './texts';

/** The captures with one picture each; their other files are in a list that is closed at first. */
export function capturesSection(captures: readonly BundleCapture[], t: IndexTexts): Html {
  return html`<section id="captures">
<h2>${t.captures} <span class="count">${digits(captures.length)}</span></h2>
${captures.length === 0 ? html`<p class="note">${t.none}</p>` : html`<p class="note">${t.inert}</p>`}
${captures.map((capture) => captureCard(capture, t))}
</section>`;
}

/** The fragment that leads to a capture on the page. */
export function captureAnchor(number: number): string {
  return `capture-${number}`;
}

/** The path of a file of the payload as seen from `data/index.html`. */
export function fromIndex(path: string): string {
  return path.replace(/^data\//, '');
}

function captureCard({ capture, artifacts, notes, regions }: BundleCapture, t: IndexTexts): Html {
  const folder = fromIndex(captureFolder(capture));
  return html`<article class="capture" id="${captureAnchor(capture.number)}">
${picture(folder, artifacts, t)}
<div>
<div class="head"><span class="number">№ ${capture.number}</span><h3>${captured(capture.host)}</h3></div>
<dl class="rows">
<dt>${t.time}</dt><dd>${moment(capture.startedAt)}</dd>
<dt>${t.address}</dt><dd>${captured(capture.url)}</dd>
<dt>${t.pageTitle}</dt><dd>${capture.title === '' ? '—' : captured(capture.title)}</dd>
<dt>${t.indicators}</dt><dd>${digits(capture.indicatorCount)}</dd>
${capture.tags.length === 0 ? null : html`<dt>${t.tags}</dt><dd>${captured(capture.tags.join(', '))}</dd>\n`}<dt>${t.captureHash}</dt><dd>${hash(capture.sha256)}</dd>
</dl>
${capture.complete ? null : incomplete(capture.failedSteps, t)}
${noteList(notes, t)}
${regionList(folder, regions, t)}
</div>
<details><summary>${t.filesOfCapture}: ${digits(artifacts.length)}</summary>${fileTable(folder, artifacts, t)}</details>
</article>
`;
}

function incomplete(steps: readonly string[], t: IndexTexts): Html {
  const names = steps.map((step) => t.steps[step] ?? step).join(', ');
  return html`<p><span class="chip warn">${t.incomplete}: ${names}</span></p>`;
}

function noteList(notes: BundleCapture['notes'], t: IndexTexts): Html | null {
  if (notes.length === 0) return null;
  const correction = (id: string | null) => {
    const number = notes.findIndex((note) => note.id === id) + 1;
    return number === 0 ? null : html` · ${t.corrects} ${number}`;
  };
  return html`<h4>${t.notes}</h4>
<ol class="written">
${notes.map(({ text, corrects, by, at }) => html`<li>${captured(text)} <span class="hint">${captured(by)} ${moment(at)}${correction(corrects)}</span></li>\n`)}</ol>`;
}

// Pixels of the file that is named: the picture itself bears no mark.
function regionList(folder: string, regions: BundleCapture['regions'], t: IndexTexts): Html | null {
  if (regions.length === 0) return null;
  return html`<h4>${t.regions}</h4>
<ol class="written">
${regions.map(
  ({ caption, file, x, y, width, height, by, at }) =>
    html`<li>${captured(caption)} <span class="hint"><a href="${folder}${file}">${file}</a> x ${x}, y ${y}, ${width} × ${height} px · ${captured(by)} ${moment(at)}</span></li>\n`,
)}</ol>`;
}

// One picture a capture keeps a page of 300 captures light; the tiles below the fold are a click away.
function picture(folder: string, artifacts: readonly ArtifactRecord[], t: IndexTexts): Html {
  const pictures = artifacts.filter(({ mediaType }) => mediaType === 'image/png');
  const first = pictures.find(({ name }) => name === 'viewport.png') ?? pictures[0];
  if (!first) return html`<div class="shot">${t.noPicture}</div>`;
  const path = `${folder}${first.name}`;
  const size = first.width && first.height ? html` width="${first.width}" height="${first.height}"` : null;
  return html`<a class="shot" href="${path}" title="${t.openPicture}"><img src="${path}" alt="${path}"${size} loading="lazy" decoding="async"></a>`;
}

function fileTable(folder: string, artifacts: readonly ArtifactRecord[], t: IndexTexts): Html {
  return html`<div class="box"><table class="hashes">
<tr><th>${t.name}</th><th class="n">${t.bytes}</th><th>SHA-256</th></tr>
${artifacts.map(
  (artifact) => html`<tr><td>${fileName(folder, artifact)}${
    artifact.pixels === 'rendered' ? html` <span class="chip warn">${t.rendered}</span>` : null
  }</td><td class="n">${digits(artifact.bytes)}</td><td>${hash(artifact.sha256)}</td></tr>
`,
)}</table></div>`;
}

// What a browser would render as a page is never a link: a captured page is not to be opened by a click.
function fileName(folder: string, { name }: ArtifactRecord): Html {
  const inert = /\.(png|txt|json)$/.test(name);
  return inert ? html`<a href="${folder}${name}">${name}</a>` : html`${name}`;
}
