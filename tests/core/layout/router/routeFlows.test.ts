import { describe, expect, it } from 'vitest';
import { measureRoutes } from '#core/layout/metrics.ts';
import { routeFlows } from '#core/layout/router/routeFlows.ts';
import type { RouteRequest } from '#core/layout/router/routeRequest.ts';
import type { RouteHint } from '#core/model/procedure.ts';
import { gridProcedure } from '#tests/support/gridProcedure.ts';
import { CANVAS, toSheetRequest } from '#tests/support/sheetRequest.ts';
import { describeWays, findForbidden, NOTHING_FORBIDDEN } from './drawn.ts';

function grid(actors: string, text: string, hints?: Record<string, RouteHint>): RouteRequest {
  return toSheetRequest(gridProcedure(actors, text, hints));
}

/** The actors in whose columns a flow has corners and ends. */
function findColumns(request: RouteRequest, flow: string): readonly string[] {
  const points = routeFlows(request).find((route) => route.flow === flow)?.points ?? [];
  return request.columns
    .filter(({ x, width }) => points.some(([at]) => at > x && at < x + width))
    .map(({ actor }) => actor);
}

const DECISION = 'A1! > B2? >Ya A3 > A4!; B2 >Tidak A1';
const FOUR_LOOPS =
  'A1! > A2 > B3? >Ya C4? >Ya A5? >Ya D6? >Ya C7!; B3 >Tidak A2; C4 >Tidak A2; A5 >Tidak A2; D6 >Tidak A2';

describe('routeFlows', () => {
  it('goes straight down where nothing stands between', () => {
    expect(describeWays(grid('AB', 'A1! > A2 > A4 > A5!'))).toEqual({
      'A1>A2': 'down',
      'A2>A4': 'down',
      'A4>A5': 'down',
    });
  });

  it('leaves sideways and enters from above when the next step is another actor’s', () => {
    expect(describeWays(grid('ABC', 'A1! > B2 > C3 > A4!'))).toEqual({
      'A1>B2': 'right down',
      'B2>C3': 'right down',
      'C3>A4': 'left down',
    });
  });

  it('goes round a symbol that stands between', () => {
    const ways = describeWays(grid('AB', 'A1! > A2? >Ya A3 > A4 > A5!; A2 >Tidak A5'));

    expect(ways['A2>A5']).toBe('left down right');
    expect(ways['A3>A4']).toBe('down');
  });

  it('sends Ya towards its target and Tidak sideways and back', () => {
    expect(describeWays(grid('AB', DECISION))).toMatchObject({
      'B2>A3': 'down left',
      'B2>A1': 'left up right',
    });
  });

  it('lets four loops into one step share the end of their way', () => {
    const request = grid('ABCD', FOUR_LOOPS);

    const routes = routeFlows(request);

    const ends = new Set(
      routes.filter(({ flow }) => flow.endsWith('>A2')).map(({ points }) => points.at(-1)?.join()),
    );
    expect(ends.size).toBeLessThanOrEqual(2);
    expect(findForbidden(request, routes)).toEqual(NOTHING_FORBIDDEN);
    expect(measureRoutes(request, routes)).toMatchObject({ crossings: 0, entriesFromBelow: 0 });
  });

  it('keeps loops off the edge of Mutu Baku while there is room on the other side', () => {
    const ways = describeWays(grid('AB', 'B1! > B2 > B3? >Ya B4!; B3 >Tidak B1'));

    expect(ways['B3>B1']).toBe('left up right');
  });

  it('uses no side that a joint line touches', () => {
    const request = grid('ABC', 'A1! > A2 > B3!; A2 = B2 = C2');

    expect(describeWays(request)['A2>B3']).toMatch(/^down/);
    expect(findForbidden(request, routeFlows(request))).toEqual(NOTHING_FORBIDDEN);
  });

  it('merges two starts from both sides', () => {
    expect(describeWays(grid('ABC', 'A1! > B2; C1! > B2; B2 > B3!'))).toEqual({
      'A1>B2': 'right down',
      'C1>B2': 'left down',
      'B2>B3': 'down',
    });
  });

  it('uses three sides for three exits', () => {
    expect(
      describeWays(grid('ABC', 'B1! > B2? >Baik A3!; B2 >Rusak C3!; B2 >Hilang B3!')),
    ).toMatchObject({ 'B2>A3': 'left down', 'B2>C3': 'right down', 'B2>B3': 'down' });
  });

  it('spreads exits evenly where a symbol has more of them than sides', () => {
    const request = grid('ABCD', 'B1! > B2? >A A3; B2 >B B3; B2 >C C3; B2 >D D3; B2 >E A4');

    expect(findForbidden(request, routeFlows(request))).toEqual(NOTHING_FORBIDDEN);
  });

  it('draws symbols stacked in one cell from one to the other', () => {
    expect(describeWays(grid('AB', 'A1! > A1b > B2 > B3 > B3b!'))).toMatchObject({
      'A1>A1b': 'down',
      'B3>B3b': 'down',
    });
  });

  it('routes the canvas, with its wide columns, as it routes the page', () => {
    const request = toSheetRequest(gridProcedure('ABCD', FOUR_LOOPS), CANVAS);

    expect(findForbidden(request, routeFlows(request))).toEqual(NOTHING_FORBIDDEN);
    expect(describeWays(request)['A2>B3']).toBe('right down');
  });

  it('answers in the order asked, and nothing for a flow whose end does not exist', () => {
    const request = grid('AB', 'A1! > B2 > A3!');
    const lost = { id: 'lost', from: 'A1', to: 'nowhere', mergeKey: 'nowhere' };

    const routes = routeFlows({ ...request, flows: [lost, ...request.flows] });

    expect(routes.map(({ flow, points }) => [flow, points.length])).toEqual([
      ['lost', 0],
      ['A1>B2', 3],
      ['B2>A3', 3],
    ]);
  });

  it('stays off symbols when far too many arrows share one column', () => {
    const rows = Array.from({ length: 24 }, (_, index) => index + 2);
    const loops = rows.map((row) => `A${row}? >T A${1 + ((row * 7) % (row - 1))}`);
    const chain = `A1! > ${rows.map((row) => `A${row}?`).join(' > ')} > A26!`;
    const request = grid('A', [chain, ...loops].join('; '));

    const metrics = measureRoutes(request, routeFlows(request));

    expect(metrics).toMatchObject({ throughSymbols: 0, looseEnds: 0, outsideArea: 0 });
  });

  it('gives an empty page no arrows', () => {
    expect(routeFlows({ ...grid('A', 'A1!'), columns: [], rows: [], nodes: [] })).toEqual([]);
  });
});

describe('routeFlows with hints', () => {
  const LOOP = 'B1! > B2? >Ya B3!; B2 >Tidak B1';

  it('leaves and enters by the sides that a person chose', () => {
    const free = describeWays(grid('ABC', LOOP));
    const wished = describeWays(grid('ABC', LOOP, { 'B2>B1': { exit: 'right', entry: 'right' } }));

    expect(free['B2>B1']).toBe('left up right');
    expect(wished['B2>B1']).toBe('right up left');
  });

  it('runs in the channel that a person chose', () => {
    const free = grid('ABC', LOOP);
    const wished = grid('ABC', LOOP, { 'B2>B1': { channel: null } });

    expect(findColumns(free, 'B2>B1')).toEqual(['B']);
    expect(findColumns(wished, 'B2>B1')).toEqual(['A', 'B']);
  });

  it.each([
    { channel: 'A', of: 'left' },
    { channel: 'B', of: 'right' },
  ] as const)('runs near the $of edge of an empty lane where a person chose that', (wish) => {
    const request = grid('ABC', 'A1! > A2 > A3 > C4? >Ya C5!; C4 >Tidak A2', {
      'C4>A2': { channel: wish.channel },
    });

    const points = routeFlows(request).find(({ flow }) => flow === 'C4>A2')?.points ?? [];
    const upright = points.find(([x, y], index) => {
      const next = points[index + 1];
      return next !== undefined && next[0] === x && Math.abs(next[1] - y) > 20;
    });
    const lane = request.columns[1];
    const [x = 0] = upright ?? [];
    const [left = 0, right = 0] = lane ? [lane.x, lane.x + lane.width] : [];
    expect(Math.abs(x - (wish.of === 'left' ? left : right))).toBeLessThan((right - left) / 3);
  });

  it('keeps a wish though the way without it is shorter', () => {
    const text = 'A1! > B2? >Ya C3 > D4 > A5 > B6? >Ya D7!; B2 >Tidak A1; B6 >Tidak C3';
    const ways = (hint: RouteHint) => describeWays(grid('ABCD', text, { 'B6>C3': hint }))['B6>C3'];

    expect(ways({ exit: 'bottom' })).toMatch(/^down /);
    expect(ways({ channel: 'C' })).toBe('right up left');
  });

  it('gives a side to the arrow that a person wants there, and another to the one without a wish', () => {
    const text = 'B1! > B2? >Ya C3!; B2 >Tidak A4!';
    const ways = describeWays(grid('ABC', text, { 'B2>A4': { exit: 'right' } }));

    expect(ways['B2>A4']).toMatch(/^right /);
    expect(ways['B2>C3']).not.toMatch(/^right/);
  });

  it('drops only the wish that cannot be kept', () => {
    const text = 'A1! > A2 > B3! ; A2 > B4!';
    const ways = describeWays(grid('AB', text, { 'A2>B3': { exit: 'top', entry: 'right' } }));

    expect(ways['A2>B3']).toMatch(/ left$/);
  });

  it('drops wishes that can no longer be kept', () => {
    const joined = 'A1! > A2 > B3!; A2 = B2';
    const hints = { 'A2>B3': { exit: 'right', channel: 'gone' } } as const;

    expect(describeWays(grid('AB', joined, hints))).toEqual(describeWays(grid('AB', joined)));
  });

  it('puts the label where a person wants it along the arrow', () => {
    const label = (labelAt?: number) => {
      const hints: Record<string, RouteHint> =
        labelAt === undefined ? {} : { 'B2>A8': { labelAt } };
      const request = grid('AB', 'B1! > B2? >Ya B3!; B2 >Tidak A8', hints);
      return routeFlows(request).find(({ flow }) => flow === 'B2>A8')?.label?.y ?? 0;
    };

    expect(label()).toBeLessThan(label(0.5));
    expect(label(0.5)).toBeLessThan(label(0.9));
  });
});

describe('routeFlows after an edit', () => {
  it('moves no arrow of the rows above when a step is added below', () => {
    const before = grid('ABCD', FOUR_LOOPS);
    const after = grid('ABCD', `${FOUR_LOOPS}; C7 > B8!`);

    const ways = describeWays(before);
    expect(describeWays(after)).toMatchObject(ways);
  });

  it('leaves the other arrows alone when a label changes', () => {
    const points = (text: string) => routeFlows(grid('ABCD', text)).map((route) => route.points);

    expect(points(FOUR_LOOPS.replace('C4? >Ya', 'C4? >Baik'))).toEqual(points(FOUR_LOOPS));
  });
});
