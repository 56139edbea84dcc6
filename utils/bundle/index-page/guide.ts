import { BUNDLE_PATHS } from '../layout';
import type { BundleLanguage } from '../model';
import { guideCommands } from './commands';
import { type Html, html } from './markup';
import { INDEX_TEXTS, type IndexTexts } from './texts';

/** BCP 47 tags: Uzbek is written in Latin script here. */
export const LANGUAGE_TAGS: Readonly<Record<BundleLanguage, string>> = {
  ru: 'ru',
  kk: 'kk',
  uz: 'uz-Latn',
  en: 'en',
};

/** How to verify the bundle without our code, in all four languages; the reader's own is first and open. */
export function guideSection(language: BundleLanguage, fileName: string): Html {
  const all: readonly BundleLanguage[] = ['ru', 'kk', 'uz', 'en'];
  const others = all.filter((other) => other !== language);
  return html`<section id="verify">
<h2>${INDEX_TEXTS[language].verify}</h2>
${guide(language, fileName, true)}
${others.map((other) => guide(other, fileName, false))}
</section>`;
}

function guide(language: BundleLanguage, fileName: string, open: boolean): Html {
  const t = INDEX_TEXTS[language];
  return html`<details class="guide" lang="${LANGUAGE_TAGS[language]}"${open ? html` open` : null}>
<summary>${t.language}${open ? null : `: ${t.verify}`}</summary>
<p>${t.guide.page} <a href="../${BUNDLE_PATHS.verifier}">${BUNDLE_PATHS.verifier}</a></p>
<p>${t.guide.intro}</p>
<ol>
${steps(t, fileName)}</ol>
<p class="note">${t.guide.windows}</p>
<h3>${t.guide.limitsTitle}</h3>
<ul>
${t.guide.limits.map((limit) => html`<li>${limit}</li>\n`)}</ul>
</details>
`;
}

function steps({ guide: texts }: IndexTexts, fileName: string): Html[] {
  const commands = guideCommands(fileName);
  const order = ['structure', 'payload', 'tags', 'statement', 'signature', 'key'] as const;
  return order.map(
    (
      step,
    ) => html`<li>${texts[step].text}<pre><code>${commands[step]}</code></pre><span class="answer">→ ${texts[step].answer}</span></li>
`,
  );
}
