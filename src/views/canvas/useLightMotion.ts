import { type RefObject, useCallback, useEffect, useRef } from 'react';

/** How long the view rests before it counts as still. */
const restMs = 100;

/**
 * For React Flow's `onMove`: marks the element as `moving` while somebody pans or zooms, which draws the
 * sheet in a cheaper way. Moves of the program itself, which come without an event, are not marked.
 */
export function useLightMotion(ref: RefObject<HTMLElement | null>): (event: unknown) => void {
  const timer = useRef<number>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  return useCallback(
    (event) => {
      if (!event) return;
      ref.current?.classList.add('moving');
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => ref.current?.classList.remove('moving'), restMs);
    },
    [ref],
  );
}
