/** What wants to know. */
interface NetworkWatcher {
  tryNow(): void;
  lose(): void;
}

/**
 * Tells the line what the browser says of its network, and when a phone that was put away is looked at
 * again. The answer ends it. Does nothing outside a page.
 */
export function watchNetwork(line: NetworkWatcher): () => void {
  if (typeof window === 'undefined') return () => undefined;
  const tryNow = (): void => {
    if (document.visibilityState === 'visible') line.tryNow();
  };
  const lose = (): void => line.lose();
  window.addEventListener('online', tryNow);
  window.addEventListener('offline', lose);
  document.addEventListener('visibilitychange', tryNow);
  return () => {
    window.removeEventListener('online', tryNow);
    window.removeEventListener('offline', lose);
    document.removeEventListener('visibilitychange', tryNow);
  };
}
