import { useEffect, useRef } from 'react';
import { type KeyAction, toKeyAction } from './presentationKeys.ts';

/** Whoever holds the pointer's key longer than this, in ms, lets go of the pointer with it. */
const holdMs = 400;

/** Listens to the keys of the whole page while the presentation shows. */
export function usePresentationKeys(onAct: (action: KeyAction) => void, isPaused: boolean): void {
  const latest = useRef(onAct);
  useEffect(() => {
    latest.current = onAct;
  });
  useEffect(() => {
    if (isPaused) return;
    let pointerSinceMs: number | undefined;

    function press(event: KeyboardEvent): void {
      const action = toKeyAction(event);
      if (!action || event.defaultPrevented || isOfElement(event)) return;
      event.preventDefault();
      if (action.type === 'pointer') {
        if (event.repeat) return;
        pointerSinceMs = event.timeStamp;
      }
      latest.current(action);
    }

    function release(event: KeyboardEvent): void {
      if (toKeyAction(event)?.type !== 'pointer' || pointerSinceMs === undefined) return;
      if (event.timeStamp - pointerSinceMs > holdMs) latest.current({ type: 'pointer' });
      pointerSinceMs = undefined;
    }

    window.addEventListener('keydown', press);
    window.addEventListener('keyup', release);
    return () => {
      window.removeEventListener('keydown', press);
      window.removeEventListener('keyup', release);
    };
  }, [isPaused]);
}

/** Text fields have all keys for themselves, buttons those that press them. */
function isOfElement({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('input, textarea, select, [contenteditable]')) return true;
  return (key === 'Enter' || key === ' ') && target.closest('button, a, [role=button]') !== null;
}
