import { type RefObject, useCallback, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { useFiles } from '#app/editor/export/filesContext.ts';
import type { ViewName } from '#app/editor/viewNames.ts';
import { toPresentPath } from '#app/present/presenters.ts';
import { useCanEdit, useSession } from '#session/react/hooks.ts';
import { toChord } from '#ui/commands/chord.ts';
import { CommandBoard, useOffer } from '#ui/commands/commandBoard.ts';
import { toKeymap } from '#ui/commands/keymap.ts';
import { type EditorContext, type EditorPart, editorCommands } from './editorCommands.ts';

const findCommand = toKeymap(editorCommands);

export interface EditorOpeners {
  readonly canShare: boolean;
  open(part: EditorPart): void;
  show(view: ViewName): void;
}

/**
 * The commands of the open document, by key too, in its text fields as well, since their text is the
 * document's. Dialogs lie outside `frameRef` and keep the browser's own keys. Gives the board on which
 * the views offer theirs.
 */
export function useEditorCommands(
  frameRef: RefObject<HTMLElement | null>,
  { canShare, open, show }: EditorOpeners,
): CommandBoard {
  const session = useSession();
  const canEdit = useCanEdit();
  const { print } = useFiles();
  const [, navigate] = useLocation();
  const [board] = useState(() => new CommandBoard());
  const toContext = useCallback(
    (): EditorContext => ({
      ...{ session, canEdit, canShare, open, show },
      print: () => void print(),
      present: () => navigate(toPresentPath(session.procedureId)),
    }),
    [session, canEdit, canShare, open, show, print, navigate],
  );
  useOffer(board, editorCommands, toContext);
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (event.defaultPrevented || !isIn(event.target, frameRef.current)) return;
      const command = findCommand(toChord(event), toContext());
      if (!command) return;
      event.preventDefault();
      command.run(toContext());
    }
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [toContext, frameRef]);
  return board;
}

function isIn(target: EventTarget | null, frame: HTMLElement | null): boolean {
  return (
    target === document.body || (target instanceof Node && frame !== null && frame.contains(target))
  );
}
