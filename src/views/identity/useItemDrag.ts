import { type PointerEvent, type RefObject, useRef, useState } from 'react';
import { type RowSpan, toDropIndex } from './dropIndex.ts';

/** A row on its way to another place. */
export interface ItemDrag {
  readonly from: number;
  readonly to: number;
  readonly shiftPx: number;
  /** How far the rows between make room. */
  readonly roomPx: number;
}

interface HandleEvents {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: () => void;
  readonly onPointerCancel: () => void;
}

/** Dragging the rows of a list by their handles; the move is told once, at the drop. */
export function useItemDrag(
  listRef: RefObject<HTMLElement | null>,
  onMove: (from: number, to: number) => void,
): { readonly drag: ItemDrag | undefined; readonly toHandle: (index: number) => HandleEvents } {
  const [drag, setDrag] = useState<ItemDrag>();
  // The drop may come before the last move is drawn.
  const last = useRef<ItemDrag>(undefined);
  const start = useRef<{ readonly y: number; readonly rows: readonly RowSpan[] }>(undefined);

  function show(next: ItemDrag | undefined): void {
    last.current = next;
    setDrag(next);
  }

  function end(): void {
    start.current = undefined;
    show(undefined);
  }

  function toHandle(index: number): HandleEvents {
    return {
      onPointerDown: (event) => {
        if (event.button !== 0 || !listRef.current) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        const rows = [...listRef.current.children].map((row) => {
          const { top, height } = row.getBoundingClientRect();
          return { top, height };
        });
        start.current = { y: event.clientY, rows };
      },
      onPointerMove: (event) => {
        if (!start.current) return;
        const { y, rows } = start.current;
        const shiftPx = event.clientY - y;
        const to = toDropIndex(rows, index, shiftPx);
        show({ from: index, to, shiftPx, roomPx: toRoom(rows, index) });
      },
      onPointerUp: () => {
        const dropped = last.current;
        end();
        if (dropped && dropped.to !== dropped.from) onMove(dropped.from, dropped.to);
      },
      onPointerCancel: end,
    };
  }

  return { drag, toHandle };
}

/** How far a row shifts while it makes room or travels, in px. */
export function toShift(drag: ItemDrag | undefined, index: number): number {
  if (!drag) return 0;
  if (index === drag.from) return drag.shiftPx;
  if (index > drag.from && index <= drag.to) return -drag.roomPx;
  return index < drag.from && index >= drag.to ? drag.roomPx : 0;
}

/** The dragged row's height with the gap to its neighbour. */
function toRoom(rows: readonly RowSpan[], index: number): number {
  const [row, next, previous] = [rows[index], rows[index + 1], rows[index - 1]];
  if (!row) return 0;
  if (next) return next.top - row.top;
  return previous ? row.top + row.height - (previous.top + previous.height) : row.height;
}
