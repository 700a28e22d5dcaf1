import type { ServerLink } from './serverLink.ts';

/** What the session does on behalf of the page. */
export interface PageWatch {
  /** The page may go without a question, although edits are on this device only. */
  stopAsking(): void;
  close(): void;
}

/**
 * Follows what the browser says of its network, tries again as soon as somebody looks at the page, and
 * asks before the page is closed while there are edits that only this device has.
 */
export function watchPage(server: ServerLink): PageWatch {
  if (typeof window === 'undefined') return { stopAsking: () => {}, close: () => {} };
  const goOnline = (): void => server.setNetwork(true);
  const goOffline = (): void => server.setNetwork(false);
  const tryNow = (): void => {
    if (document.visibilityState === 'visible') server.open();
  };
  const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
  // Listening only while it matters: browsers do not keep a page that may ask for "back".
  const askWhenUnsent = (): void => {
    if (server.hasUnsentEdits.get()) window.addEventListener('beforeunload', ask);
    else window.removeEventListener('beforeunload', ask);
  };
  window.addEventListener('online', goOnline);
  window.addEventListener('offline', goOffline);
  document.addEventListener('visibilitychange', tryNow);
  if (!navigator.onLine) goOffline();
  const stopWatching = server.hasUnsentEdits.subscribe(askWhenUnsent);
  const stopAsking = (): void => {
    stopWatching();
    window.removeEventListener('beforeunload', ask);
  };
  return {
    stopAsking,
    close: () => {
      stopAsking();
      window.removeEventListener('online', goOnline);
      window.removeEventListener('offline', goOffline);
      document.removeEventListener('visibilitychange', tryNow);
    },
  };
}
