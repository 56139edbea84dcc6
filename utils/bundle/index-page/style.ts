/** The page's one style sheet. It is constant, so that its hash can stand in the page's policy. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #f6f5f2; --card: #ffffff; --ink: #1b1e22; --soft: #5c636b; --line: #dedbd4;
  --accent: #1d5a6b; --accent-soft: #e4eef0; --warn: #8a4b08; --warn-soft: #fbeedd; --code: #f1efea;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14171a; --card: #1c2024; --ink: #e6e8ea; --soft: #9aa3ab; --line: #30363c;
    --accent: #7fc4d6; --accent-soft: #1d3138; --warn: #f0b46a; --warn-soft: #382a18; --code: #252a2f;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; -webkit-text-size-adjust: 100%; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
main, header > div { max-width: 1120px; margin: 0 auto; padding: 0 32px; }
header { background: var(--card); border-top: 4px solid var(--accent); border-bottom: 1px solid var(--line); padding: 28px 0 24px; }
.brand { margin: 0 0 14px; color: var(--accent); font-size: 12px; font-weight: 600; letter-spacing: .14em; text-transform: uppercase; }
.brand span { color: var(--soft); font-weight: 400; letter-spacing: .02em; text-transform: none; }
h1 { margin: 0 0 20px; font-size: 28px; line-height: 1.2; font-weight: 650; overflow-wrap: anywhere; }
h2 { margin: 48px 0 16px; font-size: 20px; line-height: 1.3; font-weight: 650; display: flex; gap: 10px; align-items: baseline; }
h2 .count { color: var(--soft); font-size: 15px; font-weight: 400; }
h3 { margin: 0; font-size: 16px; font-weight: 600; overflow-wrap: anywhere; }
a { color: var(--accent); text-underline-offset: 2px; }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
p.partial { margin: 0 0 20px; padding: 10px 14px; border-radius: 8px; background: var(--warn-soft); color: var(--warn); }
dl.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(250px, 1fr)); gap: 14px 32px; margin: 0; }
dl.facts div { min-width: 0; }
dl.facts .wide { grid-column: 1 / -1; }
dt { color: var(--soft); font-size: 12.5px; }
dd { margin: 0; overflow-wrap: anywhere; }
nav { display: flex; flex-wrap: wrap; gap: 10px; margin: 24px 0 0; }
nav a { display: flex; gap: 8px; align-items: baseline; padding: 7px 14px; border: 1px solid var(--line); border-radius: 8px; background: var(--paper); text-decoration: none; }
nav a:hover { border-color: var(--accent); }
nav b { color: var(--ink); font-variant-numeric: tabular-nums; }
code, pre { font: 12.5px/1.5 ui-monospace, "Cascadia Mono", "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
code { overflow-wrap: anywhere; }
.hash { color: var(--soft); }
.note { color: var(--soft); margin: 0 0 16px; max-width: 92ch; text-wrap: pretty; }
.hint { color: var(--soft); font-size: 12.5px; }
h4 { margin: 14px 0 4px; font-size: 14px; font-weight: 600; }
.written { margin: 0; padding-left: 22px; overflow-wrap: anywhere; white-space: pre-line; }
.capture {
  display: grid; grid-template-columns: 288px minmax(0, 1fr); gap: 24px; margin: 0 0 16px; padding: 20px;
  background: var(--card); border: 1px solid var(--line); border-radius: 10px; scroll-margin-top: 16px;
  content-visibility: auto; contain-intrinsic-size: auto 300px;
}
.capture:target { border-color: var(--accent); }
.shot { display: block; height: 208px; overflow: hidden; border: 1px solid var(--line); border-radius: 6px; background: var(--code); }
.shot img { display: block; width: 100%; height: 100%; object-fit: cover; object-position: left top; color: var(--soft); font-size: 12.5px; }
div.shot { display: grid; place-items: center; color: var(--soft); font-size: 13px; }
.head { display: flex; gap: 10px; align-items: baseline; margin: 0 0 12px; }
.number { color: var(--accent); font-weight: 650; font-variant-numeric: tabular-nums; white-space: nowrap; }
.rows { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 4px 16px; margin: 0; align-items: baseline; }
.chip { display: inline-block; padding: 1px 8px; border-radius: 20px; font-size: 12.5px; white-space: nowrap; background: var(--accent-soft); color: var(--accent); }
.warn { background: var(--warn-soft); color: var(--warn); white-space: normal; }
.type { margin: 28px 0 8px; font-size: 14px; }
.type code { font-weight: 600; font-size: 13px; color: var(--ink); }
.type .count { margin-left: 6px; color: var(--soft); font-weight: 400; }
.box { background: var(--card); border: 1px solid var(--line); border-radius: 10px; overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 14px; }
th { padding: 9px 14px; text-align: left; color: var(--soft); font-size: 12.5px; font-weight: 500; white-space: nowrap; }
td { padding: 8px 14px; border-top: 1px solid var(--line); vertical-align: baseline; overflow-wrap: anywhere; }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td.t { white-space: nowrap; font-variant-numeric: tabular-nums; }
.values { table-layout: fixed; min-width: 720px; }
.events { table-layout: fixed; min-width: 960px; }
.values th:nth-child(1) { width: 45%; }
.values th:nth-child(2) { width: 25%; }
.values th:nth-child(4) { width: 110px; }
.hashes { min-width: 680px; }
.hashes td:last-child { width: 520px; min-width: 300px; }
.events th:nth-child(1) { width: 52px; }
.events th:nth-child(2) { width: 226px; }
.events th:nth-child(3) { width: 17%; }
.events th:nth-child(5) { width: 276px; }
.capture .box { grid-column: 1 / -1; }
details { grid-column: 1 / -1; min-width: 0; }
summary { cursor: pointer; color: var(--accent); padding: 2px 0; }
details[open] > summary { margin-bottom: 10px; }
.guide { margin: 0 0 12px; padding: 14px 20px; background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
.guide > summary { font-weight: 600; }
.guide ol { margin: 0 0 16px; padding-left: 22px; }
.guide li { margin: 0 0 14px; }
.guide h3 { margin: 20px 0 8px; font-size: 15px; }
.guide ul { margin: 0; padding-left: 22px; }
.guide ul li { margin: 0 0 4px; }
pre { margin: 6px 0; padding: 10px 14px; background: var(--code); border-radius: 6px; overflow-x: auto; }
.answer { color: var(--soft); font-size: 13.5px; }
footer { padding: 40px 0 56px; }
@media (max-width: 760px) {
  main, header > div { padding: 0 16px; }
  .capture { grid-template-columns: minmax(0, 1fr); }
  .rows { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .rows dd { margin-bottom: 8px; }
}
@media print {
  :root { --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #bbb; --accent: #000; --code: #fff; }
  body { font-size: 11pt; }
  nav { display: none; }
  .capture, tr { break-inside: avoid; content-visibility: visible; }
  .box { overflow: visible; }
}
`;
