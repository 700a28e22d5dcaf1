import { describe, expect, it } from 'vitest';
import { toPentagons } from '#core/layout/offPage.ts';

const places = new Map([
  ['a', { page: 0, column: 0 }],
  ['b', { page: 0, column: 1 }],
  ['c', { page: 1, column: 0 }],
  ['d', { page: 1, column: 2 }],
  ['e', { page: 2, column: 1 }],
]);

describe('toPentagons', () => {
  it('puts the same letter below the source and above the target', () => {
    expect(draw('a>d')).toEqual(['0 bottom out 0 A', '1 top in 2 A']);
  });

  it('draws nothing for flows within a page', () => {
    expect(draw('a>b')).toEqual([]);
  });

  it('turns a loop back round: out at the top, in at the bottom', () => {
    expect(draw('c>b')).toEqual(['0 bottom in 1 A', '1 top out 0 A']);
  });

  it('leaves out the pages between', () => {
    expect(draw('a>e')).toEqual(['0 bottom out 0 A', '2 top in 1 A']);
  });

  it('gives the flows to one target one letter, and those from one column one pentagon', () => {
    expect(draw('a>c', 'b>c')).toEqual(['0 bottom out 0 A', '0 bottom out 1 A', '1 top in 0 A']);
    expect(draw('c>e', 'a>e')).toEqual(['0 bottom out 0 A', '1 bottom out 0 A', '2 top in 1 A']);
  });

  it('letters in reading order, whatever the order of the flows', () => {
    expect(draw('d>e', 'b>d', 'a>c')).toEqual([
      '0 bottom out 0 A',
      '0 bottom out 1 B',
      '1 top in 0 A',
      '1 top in 2 B',
      '1 bottom out 2 C',
      '2 top in 1 C',
    ]);
  });

  it('goes on with AA after Z', () => {
    const targets = Array.from({ length: 28 }, (_, index) => `t${index}`);
    const many = new Map([
      ['a', { page: 0, column: 0 }],
      ...targets.map((id) => [id, { page: 1, column: 0 }] as const),
    ]);
    const flows = targets.map((to) => ({ id: to, from: 'a', to }));

    const letters = new Set(toPentagons(flows, many).map(({ letter }) => letter));

    expect([...letters].slice(-3)).toEqual(['Z', 'AA', 'AB']);
  });
});

/** The pentagons of flows written as `from>to`: page, edge, direction, column, letter. */
function draw(...arrows: readonly string[]): readonly string[] {
  const flows = arrows.map((arrow) => {
    const [from = '', to = ''] = arrow.split('>');
    return { id: arrow, from, to };
  });
  return toPentagons(flows, places).map(({ page, edge, direction, column, letter }) =>
    [page, edge, direction, column, letter].join(' '),
  );
}
