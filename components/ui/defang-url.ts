/** `https://a.example/` as `hxxps://a.example/`: no program that is shown it makes it a link. Other schemes keep their name. */
export function defangUrl(url: string): string {
  return url.replace(/^(\s*)(h)tt(ps?:)/i, '$1$2xx$3').replace(/^(\s*)ftp:/i, '$1fxp:');
}

/** All addresses of the web in a text, like `defangUrl`. */
export function defangUrls(text: string): string {
  return text.replace(/\b(h)tt(ps?:\/\/)/gi, '$1xx$2').replace(/\bftp:\/\//gi, 'fxp://');
}
