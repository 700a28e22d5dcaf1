import { describe, expect, it } from 'vitest';
import { allCommands } from '#app/commands/allCommands.ts';
import { type EditorContext, editorCommands } from '#app/commands/editorCommands.ts';
import { en } from '#app/i18n/en.ts';
import { id } from '#app/i18n/id.ts';
import { parseChord, toChord } from '#ui/commands/chord.ts';
import { toArea } from '#ui/commands/command.ts';
import { toKeymap } from '#ui/commands/keymap.ts';

const plain = { key: 'z', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

describe('editorCommands', () => {
  it.each([
    ['Ctrl+Z', { ctrlKey: true }, 'editor.undo'],
    ['Cmd+Z', { metaKey: true }, 'editor.undo'],
    ['Ctrl+Shift+Z', { ctrlKey: true, shiftKey: true, key: 'Z' }, 'editor.redo'],
    ['Ctrl+Y', { ctrlKey: true, key: 'y' }, 'editor.redo'],
    ['Ctrl+K', { ctrlKey: true, key: 'k' }, 'editor.palette'],
    ['z', {}, undefined],
    ['Ctrl+Alt+Z', { ctrlKey: true, altKey: true }, undefined],
    ['Ctrl+C', { ctrlKey: true, key: 'c' }, undefined],
  ])('reads %s', (_name, chord, command) => {
    const context = { canEdit: true } as EditorContext;
    expect(toKeymap(editorCommands)(toChord({ ...plain, ...chord }), context)?.id).toBe(command);
  });
});

describe('allCommands', () => {
  it('have ids of their own and a name in both languages', () => {
    const ids = allCommands.map((command) => command.id);
    const names = (texts: object) =>
      ids.filter(
        (each) =>
          typeof nameOf(texts, each) !== 'string' || !nameOf(texts, `group.${toArea(each)}`),
      );

    expect(new Set(ids).size).toBe(ids.length);
    expect(names(id.commands)).toEqual([]);
    expect(names(en.commands)).toEqual([]);
  });

  it('name only keys that a keyboard has', () => {
    const keys = allCommands.flatMap((command) => command.keys ?? []).map(parseChord);

    for (const { key } of keys) expect(key).toMatch(/^(\S|Arrow(Up|Down|Left|Right)|[A-Z]\w+)$/);
  });
});

function nameOf(texts: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], texts);
}
