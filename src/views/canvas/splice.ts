import type { Edit } from '#core/edit/edit.ts';
import type { CanvasLayout, Point } from '#core/layout/geometry.ts';
import type { Flow, Procedure } from '#core/model/procedure.ts';

/** How near to an arrow a symbol must be dropped to be put into it, in sheet units. */
const reach = 7;

/**
 * The arrow under a point into which a symbol can be put: not one of its own, and the symbol has at most
 * one arrow in and one out, so that it is clear what becomes of them.
 */
export function findSpliceFlow(
  layout: CanvasLayout,
  { flows }: Procedure,
  symbol: string,
  at: Point,
): string | undefined {
  const entries = flows.filter(({ to }) => to === symbol);
  const exits = flows.filter(({ from }) => from === symbol);
  if (entries.length > 1 || exits.length > 1) return undefined;
  const own = new Set([...entries, ...exits].map(({ id }) => id));
  return layout.connectors.find(({ flow, points }) => !own.has(flow) && isNear(points, at))?.flow;
}

/** Puts a symbol into an arrow: A → symbol → B instead of A → B; what it stood between closes up. */
export function toSpliceEdits(
  { flows }: Procedure,
  {
    symbol,
    flow: id,
    newId,
  }: { readonly symbol: string; readonly flow: string; readonly newId: () => string },
): readonly Edit[] {
  const flow = flows.find((each) => each.id === id);
  if (!flow) return [];
  const entry = flows.find(({ to }) => to === symbol);
  const exit = flows.find(({ from }) => from === symbol);
  return [
    ...toClosed(flows, entry, exit),
    { type: 'retargetFlow', flow: id, end: 'to', symbol },
    { type: 'connect', flow: { id: newId(), from: symbol, to: flow.to } },
  ];
}

/** Takes the symbol out from between its two arrows. */
function toClosed(
  flows: readonly Flow[],
  entry: Flow | undefined,
  exit: Flow | undefined,
): readonly Edit[] {
  const removed: readonly Edit[] = exit ? [{ type: 'removeFlow', flow: exit.id }] : [];
  if (!entry) return removed;
  const isCopy = flows.some(
    ({ from, to, label = '' }) =>
      from === entry.from && to === exit?.to && label === (entry.label ?? ''),
  );
  if (!exit || isCopy || exit.to === entry.from)
    return [...removed, { type: 'removeFlow', flow: entry.id }];
  return [...removed, { type: 'retargetFlow', flow: entry.id, end: 'to', symbol: exit.to }];
}

function isNear(points: readonly Point[], [x, y]: Point): boolean {
  return points.some(([toX, toY], index) => {
    const from = points[index - 1];
    if (!from) return false;
    const [left, right] = [Math.min(from[0], toX), Math.max(from[0], toX)];
    const [top, bottom] = [Math.min(from[1], toY), Math.max(from[1], toY)];
    return x > left - reach && x < right + reach && y > top - reach && y < bottom + reach;
  });
}
