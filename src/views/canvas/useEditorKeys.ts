import { type KeyboardEvent, useCallback } from 'react';
import type { SymbolKind } from '#core/model/procedure.ts';
import { useSession } from '#session/react/hooks.ts';
import { useCanvas } from './canvasContext.ts';
import { findNextText } from './nextText.ts';

/**
 * The keys of a text that is typed on the sheet: Enter keeps it, Escape takes back what was typed,
 * Tab goes on to the next text. Shift+Enter stays a new line.
 */
export function useEditorKeys(revert: () => void): (event: KeyboardEvent<HTMLElement>) => void {
  const { procedure } = useSession();
  const { state, commands } = useCanvas();
  return useCallback(
    (event) => {
      if (event.nativeEvent.isComposing) return;
      if (event.key === 'Escape') {
        revert();
        commands.stopEditing();
      } else if (event.key === 'Enter' && !event.shiftKey) {
        event.preventDefault();
        commands.stopEditing();
      } else if (event.key === 'Tab' && isBetweenFields(event)) {
        // Activity and question stand together: the browser goes from one to the other.
      } else if (event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
        // The symbol changes its lane while it is written; the browser would leave the page.
        event.preventDefault();
        commands.moveSelectedSymbols(event.key === 'ArrowLeft' ? -1 : 1);
      } else if (event.altKey && kinds[event.key]) {
        event.preventDefault();
        commands.setKind(kinds[event.key] ?? 'process');
      } else if (event.key === 'Tab') {
        const { editing } = state.get();
        const next = editing && findNextText(procedure.get(), editing, event.shiftKey ? -1 : 1);
        event.preventDefault();
        if (!next) return commands.stopEditing();
        commands.select(next);
        commands.editText(next);
      }
    },
    [procedure, state, commands, revert],
  );
}

/** As in the commands of the canvas. */
const kinds: Readonly<Record<string, SymbolKind>> = {
  '1': 'terminator',
  '2': 'process',
  '3': 'decision',
};

/** Whether Tab leads to the other field of the same card. */
function isBetweenFields({ currentTarget, shiftKey }: KeyboardEvent<HTMLElement>): boolean {
  const fields = [...(currentTarget.closest('fieldset')?.querySelectorAll('textarea') ?? [])];
  const index = fields.findIndex((field) => field.isSameNode(currentTarget));
  return index >= 0 && fields[index + (shiftKey ? -1 : 1)] !== undefined;
}
