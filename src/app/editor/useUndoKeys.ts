import { type RefObject, useEffect } from 'react';
import type { Session } from '#session/session.ts';

/**
 * Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z undo and redo in the document, in its text fields too, since their
 * text is the document's. Dialogs lie outside `frameRef` and keep the browser's own undo.
 */
export function useUndoKeys(session: Session, frameRef: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      const action = toUndoAction(event);
      if (!action || event.defaultPrevented) return;
      const isOurs =
        event.target === document.body ||
        (event.target instanceof Node && frameRef.current?.contains(event.target));
      if (!isOurs) return;
      event.preventDefault();
      session[action]();
    }
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [session, frameRef]);
}

/** The parts of a keyboard event that decide. */
export type KeyChord = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** What a key chord asks for, if it is one of the undo chords. */
export function toUndoAction(chord: KeyChord): 'undo' | 'redo' | undefined {
  if (!(chord.ctrlKey || chord.metaKey) || chord.altKey) return undefined;
  const key = chord.key.toLowerCase();
  if (key === 'z') return chord.shiftKey ? 'redo' : 'undo';
  return key === 'y' && !chord.shiftKey ? 'redo' : undefined;
}
