import { toEdgePan } from '#ui/edgePan.ts';

interface Place {
  readonly x: number;
  readonly y: number;
}

interface EdgeWatch {
  readonly start: () => void;
  readonly move: (event: PointerEvent) => void;
  readonly stop: () => void;
}

/**
 * Scrolls a desk while something is dragged near its edge. Tells where the pointer is on what is scrolled, in
 * CSS px, after each of its moves and each scroll.
 */
export function watchEdge(desk: HTMLElement, onPlace: (at: Place) => void): EdgeWatch {
  let pointer: PointerEvent | undefined;
  let frame = 0;
  const tell = () => {
    if (!pointer) return;
    const { left, top } = desk.getBoundingClientRect();
    onPlace({
      x: pointer.clientX - left + desk.scrollLeft,
      y: pointer.clientY - top + desk.scrollTop,
    });
  };
  const pan = () => {
    frame = requestAnimationFrame(pan);
    if (!pointer) return;
    const { scrollLeft, scrollTop } = desk;
    const [x, y] = toEdgePan(desk.getBoundingClientRect(), [pointer.clientX, pointer.clientY]);
    if (x === 0 && y === 0) return;
    desk.scrollBy({ left: -x, top: -y, behavior: 'instant' });
    if (desk.scrollLeft !== scrollLeft || desk.scrollTop !== scrollTop) tell();
  };
  return {
    start: () => {
      desk.dataset.dragging = '';
      frame = requestAnimationFrame(pan);
    },
    move: (event) => {
      pointer = event;
      tell();
    },
    stop: () => {
      delete desk.dataset.dragging;
      cancelAnimationFrame(frame);
    },
  };
}
