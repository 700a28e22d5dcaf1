import { describe, expect, it } from 'vitest';
import { toItemLines } from '#core/export/scene.ts';
import { layMinutes } from '#core/meeting/layMinutes.ts';
import { type MinutesBlock, toMinutesBlocks } from '#core/meeting/minutesBlocks.ts';
import { endedMinutes } from '#tests/support/minutes.ts';

describe('the minutes', () => {
  it('say who was there: as connected, as corrected by hand, and who was added', () => {
    const list = endedMinutes().attendance.map(({ name, state, isCorrected, from, to }) => [
      name,
      state,
      isCorrected,
      `${from?.slice(11, 16)} ${to?.slice(11, 16)}`,
    ]);

    expect(list).toEqual([
      ['Ratna', 'present', false, '02:00 02:30'],
      ['Budi Santoso, S.H.', 'present', true, 'undefined undefined'],
      ['Sari', 'absent', false, 'undefined undefined'],
      ['Tamu Bawaslu', 'present', false, '02:02 02:30'],
      ['Dewi', 'excused', true, 'undefined undefined'],
    ]);
  });

  it('keep each suggestion of the meeting as it stood at its end', () => {
    const [item] = endedMinutes().items;

    expect(item?.suggestions.map(({ number, status }) => [number, status])).toEqual([
      [1, 'accepted'],
      [2, 'open'],
    ]);
  });

  it('say in words what changed between the states that were kept', () => {
    const [item, other] = endedMinutes().items;

    expect(item?.changes?.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Diubah: 1\. .* menjadi “Memeriksa dokumen”$/),
      ]),
    );
    expect(JSON.stringify(item?.changes)).not.toMatch(/\[-|\{\+/);
    expect(item).toMatchObject({ spentMinutes: 30, wasDiscussed: true });
    expect(other).toMatchObject({ wasDiscussed: false, changes: null });
  });

  it('are written in the time of the office', () => {
    const facts = (zone: string) =>
      toMinutesBlocks(endedMinutes(), zone).find(({ kind }) => kind === 'facts');

    expect(facts('Asia/Jakarta')).toMatchObject({
      facts: expect.arrayContaining([
        ['Hari, tanggal', 'Selasa, 2 Juni 2026'],
        ['Waktu', '09.00–09.30 WIB'],
        ['Pimpinan rapat', 'Ratna'],
        ['Notulis', 'Sari'],
      ]),
    });
    expect(facts('Asia/Jayapura')).toMatchObject({
      facts: expect.arrayContaining([['Waktu', '11.00–11.30 WIT']]),
    });
  });
});

describe('layMinutes', () => {
  const long: MinutesBlock = {
    kind: 'table',
    name: 'Saran',
    columns: [
      { title: 'No', share: 10 },
      { title: 'Saran', share: 90 },
    ],
    rows: Array.from({ length: 60 }, (_, index) => [`${index + 1}`, 'Kata '.repeat(index * 12)]),
  };

  it('puts every word on a page, within its margins, and repeats the heads of tables', () => {
    const blocks = [...toMinutesBlocks(endedMinutes(), 'Asia/Jakarta'), long];

    const scenes = layMinutes(blocks, 'Rapat');

    const lines = scenes.flatMap(({ items }) => items.flatMap(toItemLines));
    const words = lines
      .map(({ text }) => text)
      .join(' ')
      .split(/\s+/);
    const wanted = 60 * 59 * 6;
    expect(words.filter((word) => word === 'Kata').length).toBe(wanted);
    expect(lines.filter(({ text }) => text === 'Saran').length).toBeGreaterThan(scenes.length - 3);
    for (const { width, height, items } of scenes)
      for (const item of items)
        for (const { x, y, size, anchor, width: wide } of toItemLines(item)) {
          const left = x - { start: 0, middle: wide / 2, end: wide }[anchor];
          expect(left).toBeGreaterThan(40);
          expect(left + wide).toBeLessThan(width - 40);
          expect(y).toBeGreaterThan(size);
          expect(y).toBeLessThan(height - 30);
        }
  });

  it('never leaves a heading or the names of the signers alone at the foot of a page', () => {
    for (let count = 1; count < 60; count += 3) {
      const filler = Array.from(
        { length: count },
        (): MinutesBlock => ({ kind: 'paragraph', text: 'x' }),
      );
      const scenes = layMinutes(
        [
          ...filler,
          { kind: 'heading', text: 'Pembahasan' },
          { kind: 'paragraph', text: 'Isi' },
          { kind: 'signatures', signers: [{ role: 'Notulis,', name: 'Sari' }] },
        ],
        'Rapat',
      );
      const pageOf = (text: string) =>
        scenes.findIndex(({ items }) =>
          items.flatMap(toItemLines).some((line) => line.text === text),
        );

      expect(pageOf('Pembahasan')).toBe(pageOf('Isi'));
      expect(pageOf('Notulis,')).toBe(pageOf('Sari'));
    }
  });
});
