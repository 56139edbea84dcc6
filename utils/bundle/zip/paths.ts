/**
 * Why `path` may not stand in one of our archives, or null. Stricter than ZIP: relative, printable ASCII, no
 * backslash, colon or percent sign, no empty, `.` or `..` part, no name that Windows takes for another, no directory
 * entries, at most 240 characters.
 */
export function pathFault(path: string): string | null {
  if (path === '') return 'an empty name';
  if (path.length > 240) return 'a name of more than 240 characters';
  if (!/^[\x21-\x7e]+$/.test(path)) return 'a name with blanks, control or non-ASCII characters';
  if (/[\\:%*?"<>|]/.test(path)) return 'a name with \\ : % * ? " < > or |';
  const parts = path.split('/');
  // Windows drops a dot at the end, and takes these for devices whatever follows.
  if (parts.some((part) => /[^.]\.$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(part))) {
    return 'a name that Windows takes for another';
  }
  if (parts.some((part) => part === '' || part === '.' || part === '..')) {
    return 'an absolute name, a folder, or a part that is empty, "." or ".."';
  }
  return null;
}
