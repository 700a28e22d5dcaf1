/** The page has better things to do in its first seconds, in ms. */
const patienceMs = 4000;

/** Does something once the page has settled and the browser is idle; gives what takes it back. */
export function whenIdle(work: () => void): () => void {
  let idle: number | undefined;
  const timer = setTimeout(() => {
    // Safari knows no idle time.
    if ('requestIdleCallback' in window) idle = requestIdleCallback(work);
    else work();
  }, patienceMs);
  return () => {
    clearTimeout(timer);
    if (idle !== undefined) cancelIdleCallback(idle);
  };
}
