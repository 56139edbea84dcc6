/**
 * Attributes that load, navigate or act. page.html keeps them as `data-osmotr-…`, and CSS selectors on them
 * are rewritten to that name, so that `a[href^="https"]` still matches.
 */
export const RENAMED_ATTRIBUTES: ReadonlySet<string> = new Set(
  `href src srcset sizes action formaction target formtarget ping poster data background loading manifest
   autofocus autoplay popover srcdoc sandbox archive codebase classid longdesc profile`.split(/\s+/),
);
