/** How far a press may wander, in px, and still be a click. */
const slackPx = 5;

interface DragHandlers {
  /** The pointer left its place: it is a drag. */
  readonly onStart: () => void;
  readonly onMove: (event: PointerEvent) => void;
  readonly onDrop: () => void;
  /** After the drop, or without one: by Escape, by another finger, when the browser takes the pointer. */
  readonly onEnd: () => void;
}

/** Follows a press until it is released. A drag is no click as well. The returned function ends it. */
export function followPress(start: PointerEvent, handlers: DragHandlers): () => void {
  let isDragging = false;
  const watching = new AbortController();
  const { signal } = watching;
  const close = () => {
    if (signal.aborted) return;
    watching.abort();
    if (isDragging) handlers.onEnd();
  };
  const move = (event: PointerEvent) => {
    if (event.pointerId !== start.pointerId) return;
    const far = Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY);
    if (!isDragging && far <= slackPx) return;
    if (!isDragging) handlers.onStart();
    isDragging = true;
    handlers.onMove(event);
  };
  const release = (event: PointerEvent) => {
    if (event.pointerId !== start.pointerId) return;
    if (isDragging) {
      swallowClick();
      handlers.onDrop();
    }
    close();
  };
  const press = (event: KeyboardEvent) => {
    if (!isDragging || event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  window.addEventListener('pointermove', move, { signal });
  window.addEventListener('pointerup', release, { signal });
  window.addEventListener('pointercancel', close, { signal });
  window.addEventListener('pointerdown', close, { signal, capture: true });
  window.addEventListener('keydown', press, { signal, capture: true });
  return close;
}

/** The click that the browser makes of this release, if it does. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
}
