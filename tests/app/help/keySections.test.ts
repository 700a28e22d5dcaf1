import { describe, expect, it } from 'vitest';
import { allCommands } from '#app/commands/allCommands.ts';
import { toKeySections } from '#app/help/keySections.ts';
import { toArea } from '#ui/commands/command.ts';
import { rankEntries } from '#ui/finder/rankEntries.ts';

const sections = toKeySections((id) => id);
const lines = sections.flatMap((section) => section.lines);

describe('toKeySections', () => {
  it('names every key that a command listens to, once, in the section of its area', () => {
    const bound = allCommands.filter(({ keys = [] }) => keys.length > 0);

    expect(lines.map(({ id, chords }) => [id, chords.length])).toEqual(
      bound.map(({ id, keys = [] }) => [id, keys.length]),
    );
    for (const { title, lines: own } of sections)
      expect(new Set(own.map(({ id }) => `group.${toArea(id)}`))).toEqual(new Set([title]));
  });

  it('is found by the key as well', () => {
    const idsOf = (typed: string) => rankEntries(lines, typed).map(({ id }) => id);

    expect(idsOf('Ctrl+Shift+C')).toEqual(['canvas.copyPicture', 'canvas.copyAllPicture']);
    expect(idsOf('F1')).toEqual(['editor.help']);
  });
});
