import { type RefObject, useEffect, useRef } from 'react';
import { clampZoom, pxPerPt } from './placement.ts';
import { useTable } from './tableContext.ts';

/** Ctrl and the wheel (or two fingers on a touchpad) change the zoom, as everywhere. */
export function useWheelZoom(ref: RefObject<HTMLElement | null>, scale: number): void {
  const { state } = useTable();
  const shown = useRef(scale);
  useEffect(() => {
    shown.current = scale;
  }, [scale]);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const turn = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const factor = Math.exp(-Math.max(-50, Math.min(50, event.deltaY)) / 200);
      state.set({ zoom: clampZoom((shown.current / pxPerPt) * factor) });
    };
    // React listens passively, and a passive listener cannot keep the page itself from zooming.
    element.addEventListener('wheel', turn, { passive: false });
    return () => element.removeEventListener('wheel', turn);
  }, [ref, state]);
}
