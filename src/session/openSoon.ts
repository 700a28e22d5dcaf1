import type { KeptCopy } from './keepCopy.ts';

/** How long the device's own copy may delay the first contact with the server, in ms. */
const COPY_PATIENCE_MS = 500;
/** The same where the copy has what the server forgets: deleted things that may be brought back. */
const NEEDED_COPY_PATIENCE_MS = 3000;

/**
 * Calls back once the device's copy is there, so that the server sends only what it lacks. Gives back how to
 * stop waiting.
 */
export function openSoon(
  { loaded }: Pick<KeptCopy, 'loaded'>,
  connect: () => void,
  { isNeeded = false }: { readonly isNeeded?: boolean } = {},
): () => void {
  const patienceMs = isNeeded ? NEEDED_COPY_PATIENCE_MS : COPY_PATIENCE_MS;
  let isWaiting = true;
  const open = (): void => {
    if (isWaiting) connect();
    stop();
  };
  const timer = setTimeout(open, loaded === undefined ? 0 : patienceMs);
  const stop = (): void => {
    isWaiting = false;
    clearTimeout(timer);
  };
  // Without its copy a document only comes from the server.
  loaded?.then(open, open);
  return stop;
}
