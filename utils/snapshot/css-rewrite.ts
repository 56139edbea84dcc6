import { readImport } from './css-import';
import { readName, readString, readUrl, skipSpace, startsName, type Token } from './css-tokens';
import { RENAMED_ATTRIBUTES } from './renamed-attributes';

/** Where a URL stands in CSS. */
export interface CssUrlUse {
  readonly kind: 'img' | 'font';
  /** `var()` may stand there: not in descriptors of `@font-face` and the like. */
  readonly allowsVar: boolean;
}

/** What the caller decides: the CSS for a `url()` (written `url("…")` or `var(…)`), and for an `@import`. */
export interface CssHost {
  url(url: string, base: string, use: CssUrlUse): string;
  import(url: string, base: string): string;
}

/** Rewritten CSS, and what must follow it so that nothing it left open swallows the text after it. */
export interface RewrittenCss {
  readonly css: string;
  readonly closers: string;
}

const NO_VAR_RULES = new Set([
  'font-face',
  'counter-style',
  'property',
  'font-palette-values',
  'page',
  'namespace',
]);
const IMAGE_SETS = new Set(['image-set', '-webkit-image-set']);
const PSEUDO_CLASSES = new Map([
  ['defined', ':not([data-osmotr-undefined])'],
  ['modal', '[data-osmotr-modal]'],
  ['popover-open', '[data-osmotr-popover-open]'],
]);

/**
 * Rewrites each URL of a stylesheet or declaration list by `host`, and selectors that need an attribute or
 * state which page.html keeps under another name. Everything else stays as it is (tokens of CSS Syntax 3).
 */
export function rewriteCss(text: string, base: string, host: CssHost): RewrittenCss {
  const scanner = new CssScanner(text, base, host);
  return scanner.run();
}

class CssScanner {
  private out = '';
  private copied = 0;
  private at = 0;
  private readonly stack: string[] = [];
  private atRule = '';
  private statement = 0;
  private importsAllowed = true;
  private tail = '';

  constructor(
    private readonly text: string,
    private readonly base: string,
    private readonly host: CssHost,
  ) {}

  run(): RewrittenCss {
    const { text } = this;
    while (this.at < text.length) this.step(text.charAt(this.at));
    this.out += text.slice(this.copied);
    const open = this.stack.map((entry) => CLOSERS[entry.charAt(0)] ?? '').reverse();
    return { css: this.out, closers: this.tail + open.join('') };
  }

  private step(character: string): void {
    switch (character) {
      case '/':
        this.slash();
        return;
      case '"':
      case "'":
        this.string();
        return;
      case '@':
        this.atKeyword();
        return;
      case '{':
        this.importsAllowed &&= this.stack.length > 0;
        this.stack.push(`{${this.atRule}`);
        this.endStatement();
        return;
      case '}':
        this.closeTo('{');
        this.endStatement();
        return;
      case ';':
        if (!this.stack.at(-1)?.startsWith('(')) {
          this.endStatement();
          return;
        }
        break;
      case '(':
        this.stack.push('(');
        break;
      case ')':
        this.closeTo('(');
        break;
      case '[':
        this.attributeSelector();
        this.stack.push('[');
        break;
      case ']':
        this.closeTo('[');
        break;
      case ':':
        this.pseudoClass();
        return;
      default:
        if (startsName(this.text, this.at)) {
          this.name();
          return;
        }
    }
    this.at++;
  }

  private endStatement(): void {
    this.at++;
    this.atRule = '';
    this.statement = this.at;
  }

  /** Blocks close from the inside; a closer that nothing opened is an error that parsers skip. */
  private closeTo(opener: string): void {
    const found = this.stack.findLastIndex((entry) => entry.startsWith(opener));
    if (found < 0) return;
    const crossed = opener !== '{' && this.stack.findLastIndex((entry) => entry.startsWith('{')) > found;
    if (!crossed) this.stack.length = found;
  }

  private slash(): void {
    if (this.text.charAt(this.at + 1) !== '*') {
      this.at++;
      return;
    }
    const close = this.text.indexOf('*/', this.at + 2);
    if (close < 0) this.tail = '*/';
    this.at = close < 0 ? this.text.length : close + 2;
  }

  private string(): void {
    const start = this.at;
    const token = readString(this.text, start);
    this.at = token.end;
    if (!token.closed && token.end >= this.text.length) this.tail = this.text.charAt(start);
    const around = this.stack.at(-1);
    if (around?.startsWith('(') && IMAGE_SETS.has(around.slice(1)))
      this.replace(start, this.hostUrl(token.value));
  }

  private name(): void {
    const start = this.at;
    const { value, end } = readName(this.text, start);
    this.at = end;
    if (this.text.charAt(end) !== '(') return;
    const name = value.toLowerCase();
    if (name === 'url' || name === 'src') {
      this.urlFunction(start);
      return;
    }
    this.stack.push(`(${name}`);
    this.at++;
    if (name === 'attr') this.renameAttribute(skipSpace(this.text, this.at));
  }

  private urlFunction(start: number): void {
    const { value, end } = readUrl(this.text, this.at + 1);
    if (end >= this.text.length && this.text.charAt(end - 1) !== ')') this.tail = ')';
    this.at = end;
    if (value === null || this.atRule === 'namespace') return;
    this.replace(start, this.hostUrl(value));
  }

  private hostUrl(url: string): string {
    const rule = this.stack.findLast((entry) => entry.startsWith('{'))?.slice(1) ?? '';
    const kind = rule === 'font-face' ? 'font' : 'img';
    return this.host.url(url, this.base, { kind, allowsVar: !NO_VAR_RULES.has(rule) });
  }

  private atKeyword(): void {
    const start = this.at;
    const { value, end } = readName(this.text, start + 1);
    this.at = end;
    this.atRule = value.toLowerCase();
    if (this.atRule === 'charset') this.dropStatement(start);
    else if (this.atRule === 'import' && this.stack.length === 0) this.importRule(start);
  }

  private dropStatement(start: number): void {
    const close = this.text.indexOf(';', this.at);
    this.at = close < 0 ? this.text.length : close + 1;
    this.replace(start, '');
  }

  private importRule(start: number): void {
    const found = readImport(this.text, this.at);
    this.at = found.end;
    this.atRule = '';
    this.statement = this.at;
    if (!found.url || !this.importsAllowed) {
      this.replace(start, '');
      return;
    }
    this.replace(start, `${found.prefix}${this.host.import(found.url, this.base)}${found.suffix}`);
  }

  /** `[href^="…"]` asks for an attribute that page.html keeps as `data-osmotr-href`. */
  private attributeSelector(): void {
    if (/^\s*(?:grid|--)[-\w]*\s*:/.test(this.text.slice(this.statement, this.at).slice(0, 200))) return;
    let at = skipSpace(this.text, this.at + 1);
    if (this.text.startsWith('*|', at)) at += 2;
    else if (this.text.charAt(at) === '|') at += 1;
    this.renameAttribute(at);
  }

  private renameAttribute(at: number): void {
    if (!startsName(this.text, at)) return;
    const token: Token = readName(this.text, at);
    if (!RENAMED_ATTRIBUTES.has(token.value.toLowerCase())) return;
    const held = this.at;
    this.at = token.end;
    this.replace(at, `data-osmotr-${token.value.toLowerCase()}`);
    this.at = Math.max(held, token.end - 1);
  }

  private pseudoClass(): void {
    const start = this.at;
    this.at++;
    if (this.text.charAt(start - 1) === ':' || !startsName(this.text, this.at)) return;
    const { value, end } = readName(this.text, this.at);
    const instead = PSEUDO_CLASSES.get(value.toLowerCase());
    if (!instead || /^\s*--/.test(this.text.slice(this.statement, start))) return;
    this.at = end;
    this.replace(start, instead);
  }

  /** Puts `replacement` in place of the text from `start` to the scanner's position. */
  private replace(start: number, replacement: string): void {
    this.out += this.text.slice(this.copied, start) + replacement;
    this.copied = this.at;
  }
}

const CLOSERS: Readonly<Record<string, string>> = { '{': '}', '(': ')', '[': ']' };
