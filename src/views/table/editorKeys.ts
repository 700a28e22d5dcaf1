import type { KeyboardEvent } from 'react';
import type { TableCommands } from './TableCommands.ts';

export type EditorAction = 'cancel' | 'commit' | 'add' | 'next' | 'previous';

/** What a key means while a cell is typed in; undefined where it is just typing. */
export function toAction(event: KeyboardEvent): EditorAction | undefined {
  const { key, shiftKey, ctrlKey, metaKey, nativeEvent } = event;
  if (nativeEvent.isComposing) return undefined;
  if (key === 'Escape') return 'cancel';
  if (key === 'Tab') return shiftKey ? 'previous' : 'next';
  if (key !== 'Enter' || shiftKey) return undefined;
  return ctrlKey || metaKey ? 'add' : 'commit';
}

/** Leaves the field for where the action leads. */
export function runAction(action: EditorAction, commands: TableCommands): void {
  switch (action) {
    case 'cancel':
      commands.finish('stay');
      break;
    case 'commit':
      commands.finish('below');
      break;
    case 'add':
      commands.addBelow();
      break;
    case 'next':
      commands.editNext(1);
      break;
    case 'previous':
      commands.editNext(-1);
      break;
  }
}
