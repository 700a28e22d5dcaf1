import type { ServerLink } from './serverLink.ts';

/**
 * Follows what the browser says of its network, and asks before the page is closed while there are edits
 * that only this device has. Returns what ends it.
 */
export function watchPage(server: ServerLink): () => void {
  if (typeof window === 'undefined') return () => {};
  const goOnline = (): void => server.setNetwork(true);
  const goOffline = (): void => server.setNetwork(false);
  const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
  // Listening only while it matters: browsers do not keep a page that may ask for "back".
  const askWhenUnsent = (): void => {
    if (server.hasUnsentEdits.get()) window.addEventListener('beforeunload', ask);
    else window.removeEventListener('beforeunload', ask);
  };
  window.addEventListener('online', goOnline);
  window.addEventListener('offline', goOffline);
  if (!navigator.onLine) goOffline();
  const stopWatching = server.hasUnsentEdits.subscribe(askWhenUnsent);
  return () => {
    stopWatching();
    window.removeEventListener('online', goOnline);
    window.removeEventListener('offline', goOffline);
    window.removeEventListener('beforeunload', ask);
  };
}
