import { toChord } from '#ui/commands/chord.ts';
import { toKeymap } from '#ui/commands/keymap.ts';
import { type TableCommandContext, tableCommands } from './commandList.ts';
import type { GridCell } from './gridCell.ts';

interface KeyContext extends TableCommandContext {
  readonly cell: GridCell;
}

type KeyPress = Parameters<typeof toChord>[0];

const keymap = toKeymap(tableCommands);

/** Does what a key asks for while a cell has the keyboard; false when it asks for nothing here. */
export function runKey(press: KeyPress, context: KeyContext): boolean {
  const chord = toChord(press);
  const isLetter = !chord.ctrl && !chord.alt && /^[a-z]$/i.test(chord.key);
  // Caps Lock is on more often than one knows.
  const plain = isLetter ? { ...chord, key: chord.key.toLowerCase(), shift: false } : chord;
  const command = keymap(plain, context);
  if (command) {
    command.run(context, chord);
    return true;
  }
  return context.canEdit && !chord.ctrl && !chord.alt && type(chord.key, context);
}

/** The first sign of a text goes into the field that opens; a digit at a symbol into its next step. */
function type(key: string, { cell, commands, chart }: KeyContext): boolean {
  if ([...key].length !== 1 || key === ' ') return false;
  const { subject } = cell;
  if (subject.kind !== 'place') {
    commands.edit(cell, 'all');
    return false;
  }
  if (!/^\d$/.test(key) || subject.symbols.length === 0) return false;
  chart.openPanel(cell, { at: 'exits', typed: key });
  return true;
}
