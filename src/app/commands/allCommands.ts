import type { CommandInfo } from '#ui/commands/command.ts';
import { canvasCommands } from '#views/canvas/commandList.ts';
import { tableCommands } from '#views/table/commandList.ts';
import { editorCommands } from './editorCommands.ts';

/** Every command of the editor with its keys, by area: what the help explains. */
export const allCommands: readonly CommandInfo[] = [
  ...editorCommands,
  ...canvasCommands,
  ...tableCommands,
];
