import { type RefObject, useEffect, useRef } from 'react';
import type { Picked } from './ComparePane.tsx';

/** The element of the list, in which the picked line is scrolled into view. */
export function usePickedLine(picked: Picked | undefined): RefObject<HTMLElement | null> {
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!picked) return;
    const line = ref.current?.querySelector(`[data-entry="${CSS.escape(picked.entry)}"]`);
    line?.scrollIntoView({ block: 'nearest' });
  }, [picked]);
  return ref;
}
