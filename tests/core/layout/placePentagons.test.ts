import { describe, expect, it } from 'vitest';
import { layoutDocument } from '#core/layout/layoutDocument.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { flowchartPages } from '#tests/support/pageTexts.ts';
import { typicalProcedure } from '#tests/support/typicalProcedure.ts';

const procedures = [
  typicalProcedure(29, 1, 7),
  typicalProcedure(29, 5, 15),
  typicalProcedure(29, 6, 5),
  typicalProcedure(29, 6, 17),
  typicalProcedure(29, 7, 9),
];

describe('placePentagons', () => {
  it('leaves no arrow between a pentagon and the edge of the page', () => {
    const beyond = procedures.flatMap((procedure) =>
      findPages(procedure).flatMap(({ connectors, offPage }) => {
        const above = offPage.filter(({ direction, points }) => isAtTop(direction, points));
        const below = offPage.filter(({ direction, points }) => !isAtTop(direction, points));
        const top = Math.min(...above.map(({ y }) => y));
        const bottom = Math.max(...below.map(({ y, height }) => y + height));
        const isBeyond = (y: number) =>
          (above.length > 0 && y < top) || (below.length > 0 && y > bottom);
        return connectors.filter(({ points }) => points.some(([, y]) => isBeyond(y)));
      }),
    );

    expect(beyond).toEqual([]);
  });

  it('lets arrows leave and enter pentagons on their page’s side', () => {
    const turned = procedures.flatMap((procedure) =>
      findPages(procedure).flatMap(({ connectors, offPage }) =>
        offPage.filter((pentagon) => {
          const isOuter = (y: number) =>
            isAtTop(pentagon.direction, pentagon.points)
              ? y <= pentagon.y
              : y >= pentagon.y + pentagon.height;
          return connectors.some(({ flow, points }) => {
            if (!(pentagon.flows ?? []).includes(flow)) return false;
            const [, y] = (pentagon.direction === 'in' ? points[0] : points.at(-1)) ?? [0, 0];
            return isOuter(y);
          });
        }),
      ),
    );

    expect(turned).toEqual([]);
  });

  it('puts side by side only those that leave room for an arrow before the rule', () => {
    const seeds = Array.from({ length: 60 }, (_, seed) => typicalProcedure(29, 7, seed));
    const abreast = seeds.flatMap((procedure) =>
      findPages(procedure).flatMap(({ columns, offPage }) =>
        columns.flatMap((column) => {
          const own = offPage.filter(({ x }) => x > column.x && x < column.x + column.width);
          const hasNeighbour = ({ x, y }: (typeof own)[number]) =>
            own.some((other) => other.y === y && other.x !== x);
          return own
            .filter(hasNeighbour)
            .map(({ x, width }) => Math.min(x - column.x, column.x + column.width - x - width));
        }),
      ),
    );

    expect(abreast.length).toBeGreaterThan(0);
    expect(Math.min(...abreast)).toBeGreaterThanOrEqual(9);
  });
});

function findPages(procedure: Procedure) {
  return flowchartPages(layoutDocument(procedure));
}

/** Pentagons in the upper band lead in downwards and out upwards. */
function isAtTop(direction: 'in' | 'out', points: 'up' | 'down'): boolean {
  return (direction === 'in') === (points === 'down');
}
