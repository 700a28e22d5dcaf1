import { useEffect, useRef } from 'react';

/** Escape ends the tour where it has nothing else to end: no text, no selection, no menu, no dialog. */
export function useTourEscape(hasSelection: boolean, onEnd: () => void): void {
  const now = useRef({ hasSelection, onEnd });
  useEffect(() => {
    now.current = { hasSelection, onEnd };
  });
  useEffect(() => {
    // Before anyone else hears of it: what is open now is what the key is meant for.
    const press = ({ key, target }: KeyboardEvent) => {
      if (key !== 'Escape' || now.current.hasSelection || isTyping(target)) return;
      if (document.querySelector('[role="dialog"], [role="menu"]')) return;
      now.current.onEnd();
    };
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select');
}
