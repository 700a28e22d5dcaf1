import { describe, expect, it } from 'vitest';
import {
  completeMention,
  findMention,
  findMentioned,
  matchPeople,
  splitMentions,
} from '#views/suggestions/mentions.ts';

const people = [
  { id: 'u1', name: 'Dewi Lestari' },
  { id: 'u2', name: 'Dewi Lestari Ningsih' },
  { id: 'u3', name: 'Bambang' },
];

describe('mentions', () => {
  it('begin at an @ after a space, and end with the second word', () => {
    expect(findMention('Tolong @dew', 11)).toEqual({ at: 7, typed: 'dew' });
    expect(findMention('Tolong @dewi les', 16)).toEqual({ at: 7, typed: 'dewi les' });
    expect(findMention('Tolong @dewi les tari', 21)).toBeUndefined();
    expect(findMention('surel a@kpu.test', 10)).toBeUndefined();
  });

  it('offer people by the beginning of any word of their name', () => {
    expect(matchPeople(people, 'les').map(({ id }) => id)).toEqual(['u1', 'u2']);
    expect(matchPeople(people, 'bam').map(({ id }) => id)).toEqual(['u3']);
    expect(matchPeople(people, 'x')).toEqual([]);
  });

  it('are completed where they were begun', () => {
    const text = 'Tolong @bam periksa';
    const mention = findMention(text, 11);
    if (!mention) throw new RangeError('No mention');

    expect(completeMention(text, mention, { id: 'u3', name: 'Bambang' })).toEqual({
      text: 'Tolong @Bambang periksa',
      caret: 16,
    });
  });

  it('are found and shown by the whole name', () => {
    const text = '@Bambang dan @Dewi Lestari Ningsih';

    expect(findMentioned(text, people)).toContain('u3');
    expect(splitMentions(text, people).map((piece) => piece.text)).toEqual([
      '@Bambang',
      ' dan ',
      '@Dewi Lestari Ningsih',
    ]);
  });

  it('mean nobody whose name only begins another one', () => {
    expect(findMentioned('@Dewi Lestari Ningsih', people)).toEqual(['u2']);
  });
});
