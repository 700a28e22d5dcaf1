import type { PlacedCell } from './moves.ts';
import type { TableCommands } from './TableCommands.ts';

interface KeyOptions {
  readonly cell: PlacedCell['cell'];
  readonly commands: TableCommands;
  readonly canEdit: boolean;
}

/** The parts of a keyboard event that decide. */
type Chord = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Does what a key asks for while a cell has the keyboard; false when it asks for nothing here. */
export function runKey(chord: Chord, options: KeyOptions): boolean {
  return runMove(chord, options.commands) || (options.canEdit && runEdit(chord, options));
}

function runMove({ key, ctrlKey, metaKey, altKey, shiftKey }: Chord, commands: TableCommands) {
  if (altKey || shiftKey) return false;
  const isFar = ctrlKey || metaKey;
  switch (key) {
    case 'ArrowUp':
      return does(() => commands.move('up'));
    case 'ArrowDown':
      return does(() => commands.move('down'));
    case 'ArrowLeft':
      return does(() => commands.move('left'));
    case 'ArrowRight':
      return does(() => commands.move('right'));
    case 'Home':
      return does(() => (isFar ? commands.moveToEnd('first') : commands.moveToRowEnd('first')));
    case 'End':
      return does(() => (isFar ? commands.moveToEnd('last') : commands.moveToRowEnd('last')));
    case 'Escape':
      return does(() => commands.select(null));
    default:
      return false;
  }
}

function runEdit(chord: Chord, { cell, commands }: KeyOptions): boolean {
  const { key, ctrlKey, metaKey, altKey } = chord;
  const isCommand = ctrlKey || metaKey;
  switch (key) {
    case 'Enter':
      return does(() => (isCommand ? commands.addBelow() : commands.edit(cell, 'end')));
    case 'F2':
      return does(() => commands.edit(cell, 'end'));
    case 'Delete':
    case 'Backspace':
      return does(() => commands.clear());
    case 'ArrowUp':
      return altKey && does(() => commands.moveActiveStep(-1));
    case 'ArrowDown':
      return altKey && does(() => commands.moveActiveStep(1));
    default:
      // The letter itself then goes into the field that has opened, replacing what was there.
      if ([...key].length === 1 && key !== ' ' && !isCommand && !altKey) commands.edit(cell, 'all');
      return false;
  }
}

function does(action: () => void): true {
  action();
  return true;
}
