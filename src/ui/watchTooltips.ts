/** How long a mouse rests on an element before its tooltip shows. */
const restMs = 350;

/**
 * Calls back with the element of the page whose `data-tooltip` is to be shown, and with undefined when
 * none is. Returns what ends it.
 */
export function watchTooltips(
  page: Document,
  show: (anchor: HTMLElement | undefined) => void,
): () => void {
  let anchor: HTMLElement | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hide = (): void => {
    clearTimeout(timer);
    anchor = undefined;
    show(undefined);
  };
  const turnTo = (next: HTMLElement | undefined, delayMs: number): void => {
    if (next === anchor) return;
    hide();
    anchor = next;
    if (next) timer = setTimeout(() => show(next), delayMs);
  };
  const listeners = new AbortController();
  const { signal } = listeners;
  // Not `pointerover`, which also comes when something appears under a mouse that lies still.
  page.addEventListener(
    'pointermove',
    ({ target, pointerType }) => {
      if (pointerType !== 'touch') turnTo(findAnchor(target), restMs);
    },
    { signal },
  );
  page.documentElement.addEventListener('pointerleave', hide, { signal });
  page.addEventListener(
    'focusin',
    ({ target }) => {
      if (target instanceof Element && target.matches(':focus-visible'))
        turnTo(findAnchor(target), 0);
    },
    { signal },
  );
  for (const type of ['focusout', 'pointerdown', 'keydown', 'wheel', 'scroll'])
    page.addEventListener(type, hide, { signal, capture: true, passive: true });
  return () => {
    listeners.abort();
    clearTimeout(timer);
  };
}

function findAnchor(target: EventTarget | null): HTMLElement | undefined {
  const found = target instanceof Element ? target.closest('[data-tooltip]') : null;
  return found instanceof HTMLElement ? found : undefined;
}
