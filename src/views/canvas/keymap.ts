import type { KeyChord } from '#ui/commands/chord.ts';
import { toKeymap } from '#ui/commands/keymap.ts';
import { type CanvasContext, findSelected } from './canvasCommandContext.ts';
import { canvasCommands } from './commandList.ts';

/**
 * What became of a key press: `done`; `typing`, a field has been opened that is still to receive the
 * letter; `ignored`, the canvas has no use for it.
 */
export type KeyOutcome = 'done' | 'typing' | 'ignored';

const findCommand = toKeymap(canvasCommands);

/** Does what a key means on the canvas. */
export function runKey(chord: KeyChord, context: CanvasContext): KeyOutcome {
  const command = findCommand(chord, context);
  if (!command) return startTyping(chord, context) ? 'typing' : 'ignored';
  command.run(context, chord);
  return 'done';
}

/** A letter goes over the text of what is selected. */
function startTyping({ key, ctrl, alt }: KeyChord, context: CanvasContext): boolean {
  const isLetter = [...key].length === 1 && key !== ' ' && !ctrl && !alt;
  if (!isLetter || !context.canEdit || !findSelected(context)) return false;
  context.commands.editSelected();
  return true;
}
