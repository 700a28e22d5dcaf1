import { useEffect, useRef } from 'react';

/** N goes to the next change, P to the one before, wherever nothing is typed. */
export function useChangeKeys(onMove: (by: 1 | -1) => void): void {
  const now = useRef(onMove);
  useEffect(() => {
    now.current = onMove;
  });
  useEffect(() => {
    function handle(event: KeyboardEvent): void {
      if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      if (key === 'n' || key === 'p') now.current(key === 'n' ? 1 : -1);
    }
    window.addEventListener('keydown', handle);
    return () => window.removeEventListener('keydown', handle);
  }, []);
}

/** A select box takes letters too; a slider and a choice do not. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.matches('textarea, select, input:not([type="radio"], [type="range"])');
}
