/** Where a bug happened: nothing about a case. */
export interface BugEnvironment {
  readonly version: string;
  readonly userAgent: string;
  readonly language: string;
}

const MASKS: readonly (readonly [RegExp, string])[] = [
  [/\b[a-z][a-z0-9+.-]*:\/\/\S+/gi, '<url>'],
  [/\S+@\S+/g, '<address>'],
  [/@\w+/g, '<name>'],
  [/(["'«“`])[^"'»”`]*["'»”`]/g, '<text>'],
  [/[^\p{ASCII}]+/gu, '<text>'],
  [/\b(?=\w*\d)[\w-]{16,}\b/g, '<id>'],
  [/\d{7,}/g, '<number>'],
];

/** A report for the developers: error, stack, versions. What could come from a case (addresses, quotes, numbers) is masked. */
export function bugReport(error: { text: string; stack?: string | undefined }, env: BugEnvironment): string {
  return [
    `Osmotr ${env.version}`,
    env.userAgent,
    `language ${env.language}`,
    mask(error.text),
    ...(error.stack ?? '').split('\n').filter(isFrame).map(shortenFrame),
  ].join('\n');
}

/** The first lines of a stack repeat the message; only frames are places in our code. */
function isFrame(line: string): boolean {
  return /^\s*at |^[^\s]*@(?:chrome|moz)-extension:/.test(line);
}

function shortenFrame(line: string): string {
  return line.replace(/(?:chrome|moz)-extension:\/\/[^/\s]+/g, '').trim();
}

function mask(line: string): string {
  return MASKS.reduce((text, [pattern, name]) => text.replace(pattern, name), line).trimEnd();
}
