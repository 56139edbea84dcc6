/** Where the extension's pages tell one another that everything was removed. */
const CHANNEL = 'osmotr-wiped';

/** Tells all other pages. */
export function tellWiped(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(null);
  channel.close();
}

/** Calls `listener` when another page has removed everything: what a page remembers goes only with the page. */
export function onWiped(listener: () => void): void {
  new BroadcastChannel(CHANNEL).onmessage = listener;
}
