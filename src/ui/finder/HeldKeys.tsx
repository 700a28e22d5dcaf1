import { useLayoutEffect } from 'react';

/** What was typed before the field that it is meant for was there. */
export interface TypedAhead {
  text: string;
}

/** Stands for a finder whose code is still on its way: what is typed meanwhile is kept for it. */
export function HeldKeys({ typed }: { readonly typed: TypedAhead }) {
  useLayoutEffect(() => {
    function hold(event: KeyboardEvent): void {
      const isLetter = [...event.key].length === 1 && !event.ctrlKey && !event.metaKey;
      if (isLetter && !event.altKey) typed.text += event.key;
      if (event.key === 'Backspace') typed.text = typed.text.slice(0, -1);
      event.preventDefault();
      event.stopPropagation();
    }
    window.addEventListener('keydown', hold, true);
    return () => window.removeEventListener('keydown', hold, true);
  }, [typed]);
  return null;
}
