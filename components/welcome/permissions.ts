/** What the manifest asks for, gathered by what it is for; the texts are `welcome.permission.*`. */
export const PERMISSION_GROUPS = {
  sites: ['<all_urls>'],
  tabs: ['activeTab', 'tabs', 'scripting', 'webNavigation'],
  network: ['webRequest', 'webRequestBlocking'],
  pictures: ['debugger', 'offscreen', 'pageCapture'],
  storage: ['storage', 'unlimitedStorage'],
  downloads: ['downloads'],
  menu: ['contextMenus'],
  headers: ['declarativeNetRequestWithHostAccess'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type PermissionGroup = keyof typeof PERMISSION_GROUPS;

/** The groups of which a manifest asks for something, each with the names it asks for. */
export function askedFor(asked: readonly string[]): { group: PermissionGroup; names: string[] }[] {
  const groups = Object.entries(PERMISSION_GROUPS) as [PermissionGroup, readonly string[]][];
  return groups
    .map(([group, all]) => ({ group, names: all.filter((name) => asked.includes(name)) }))
    .filter(({ names }) => names.length > 0);
}
