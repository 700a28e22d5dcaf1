import { type FocusEvent, type RefObject, useCallback, useEffect, useRef } from 'react';
import { useSelection } from '#session/react/hooks.ts';
import type { Selected } from '#session/session.ts';
import { useCanvas, useCanvasUi, useSheet } from './canvasContext.ts';
import { findPointed, toSelected } from './pointedAt.ts';

/**
 * The keyboard's focus and the selection go together: what gets selected takes the focus, unless it
 * is elsewhere in the application, and what the keyboard focuses gets selected.
 */
export function useFocus(
  ref: RefObject<HTMLElement | null>,
): (event: FocusEvent<HTMLElement>) => void {
  const { commands } = useCanvas();
  const selected = useSelection().at(-1);
  const isTyping = useCanvasUi(({ editing }) => editing !== null);
  // A new symbol can take the focus only once it has been drawn.
  const symbolIds = useSheet((content) => content.symbolIds);
  const focused = useRef<Selected | undefined>(selected);
  const isNew = useRef(true);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `symbolIds` says when to try again.
  useEffect(() => {
    // Opening the canvas takes nobody's keyboard.
    if (isNew.current && !selected) return;
    isNew.current = false;
    if (isTyping || !ref.current) {
      focused.current = undefined;
      return;
    }
    if (focused.current === selected && selected) return;
    if (takeFocus(ref.current, selected)) focused.current = selected;
  }, [selected, isTyping, symbolIds, ref]);

  return useCallback(
    ({ target }) => {
      const pointed = toSelected(findPointed(target));
      if (pointed && target.matches(':focus-visible') && !target.matches('[aria-pressed="true"]'))
        commands.select(pointed);
    },
    [commands],
  );
}

/** Whether it could be done, or need not be. */
function takeFocus(root: HTMLElement, selected: Selected | undefined): boolean {
  const { activeElement } = document;
  if (activeElement !== document.body && !root.contains(activeElement)) return true;
  // Nobody loses the keyboard when what had the focus is gone.
  const selector = selected
    ? `[data-${selected.kind}="${CSS.escape(selected.id)}"]`
    : '[role="application"]';
  if (!selected && activeElement !== document.body) return true;
  const element = root.querySelector<HTMLElement | SVGElement>(selector);
  if (!element?.contains(activeElement)) element?.focus({ preventScroll: true });
  return element !== null;
}
