import { describe, expect, it } from 'vitest';
import { rankEntries } from '#ui/finder/rankEntries.ts';

const entries = [
  { id: 'a', label: 'Menerima 2 berkas', detail: 'Staf', number: 1 },
  { id: 'b', label: 'Memeriksa berkas', detail: 'Kasubbag', number: 2 },
  { id: 'c', label: 'Berkas diarsipkan', detail: 'Staf', number: 3 },
  { id: 'd', label: 'Évaluasi' },
];

const find = (typed: string) => rankEntries(entries, typed).map(({ id }) => id);

describe('rankEntries', () => {
  it('gives all in their order while nothing is typed', () => {
    expect(find(' ')).toEqual(['a', 'b', 'c', 'd']);
  });

  it('puts the number itself first, then beginnings, then words', () => {
    expect(find('2')).toEqual(['b', 'a']);
    expect(find('berkas')).toEqual(['c', 'a', 'b']);
  });

  it('wants every word, in the name or beside it, whatever the case and marks', () => {
    expect(find('STAF berkas')).toEqual(['a', 'c']);
    expect(find('eval')).toEqual(['d']);
    expect(find('berkas rahasia')).toEqual([]);
  });
});
