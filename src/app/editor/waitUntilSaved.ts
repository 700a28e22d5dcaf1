import type { Session } from '#session/session.ts';

/** True once the server has every edit of mine; false when that does not happen in time. */
export function waitUntilSaved(
  connection: Session['connection'],
  timeoutMs: number,
): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => finish(false), timeoutMs);
    const stop = connection.subscribe(check);
    function finish(isSaved: boolean): void {
      clearTimeout(timer);
      stop();
      resolve(isSaved);
    }
    function check(): void {
      const state = connection.get();
      if (state.status === 'online' && state.saved) finish(true);
    }
    check();
  });
}
