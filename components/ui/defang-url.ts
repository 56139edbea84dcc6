/** `https://a.example/` as `hxxps://a.example/`: no program that is shown it makes it a link. Other schemes keep their name. */
export function defangUrl(url: string): string {
  return url.replace(/^(\s*)(h)tt(ps?:)/i, '$1$2xx$3').replace(/^(\s*)ftp:/i, '$1fxp:');
}
