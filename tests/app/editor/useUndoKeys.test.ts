import { describe, expect, it } from 'vitest';
import { type KeyChord, toUndoAction } from '#app/editor/useUndoKeys.ts';

const plain: KeyChord = {
  key: 'z',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
};

describe('toUndoAction', () => {
  it.each([
    ['Ctrl+Z', { ctrlKey: true }, 'undo'],
    ['Cmd+Z', { metaKey: true }, 'undo'],
    ['Ctrl+Shift+Z', { ctrlKey: true, shiftKey: true, key: 'Z' }, 'redo'],
    ['Ctrl+Y', { ctrlKey: true, key: 'y' }, 'redo'],
    ['z', {}, undefined],
    ['Ctrl+Alt+Z', { ctrlKey: true, altKey: true }, undefined],
    ['Ctrl+C', { ctrlKey: true, key: 'c' }, undefined],
  ])('reads %s', (_name, chord, action) => {
    expect(toUndoAction({ ...plain, ...chord })).toBe(action);
  });
});
