import type { CanvasLayout, SymbolBox } from '#core/layout/geometry.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { toCentre } from './cells.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

/**
 * How much a distance across the direction counts beside one along it: up and down lead to the next row,
 * in whichever lane; left and right stay near the row.
 */
const acrossWeights = { vertical: 0.02, horizontal: 2.5 } as const;

/** The symbol that an arrow key leads to from `symbol`; the first one when nothing is selected. */
export function findNeighbour(
  layout: CanvasLayout,
  symbol: string | undefined,
  direction: Direction,
): string | undefined {
  const from = layout.symbols.find((box) => box.symbol === symbol);
  if (!from) return layout.symbols[0]?.symbol;
  let best: { readonly symbol: string; readonly distance: number } | undefined;
  for (const box of layout.symbols) {
    const distance = measure(from, box, direction);
    if (distance !== undefined && (!best || distance < best.distance))
      best = { symbol: box.symbol, distance };
  }
  return best?.symbol;
}

/**
 * The next symbol on a walk along the flow: the first arrow that leads down, else the next symbol
 * in reading order. It only ever leads on, so a walk ends: undefined after the last symbol.
 */
export function findNextAlong(procedure: Procedure, symbol: string): string | undefined {
  const order = toReadingOrder(procedure);
  const index = order.indexOf(symbol);
  const ahead = procedure.flows
    .filter(({ from, to }) => from === symbol && order.indexOf(to) > index)
    .map(({ to }) => order.indexOf(to));
  return order[ahead.length > 0 ? Math.min(...ahead) : index + 1];
}

/** The way back of `findNextAlong`. */
export function findPreviousAlong(procedure: Procedure, symbol: string): string | undefined {
  const order = toReadingOrder(procedure);
  const index = order.indexOf(symbol);
  const behind = procedure.flows
    .filter(({ from, to }) => to === symbol && order.indexOf(from) < index)
    .map(({ from }) => order.indexOf(from));
  return order[behind.length > 0 ? Math.max(...behind) : index - 1];
}

/** The arrow after (1) or before (-1) the given one round its symbol's exits; the first or last of a symbol. */
export function findNextArrow(
  { flows }: Procedure,
  at: { readonly flow: string } | { readonly symbol: string | undefined },
  by: -1 | 1,
): string | undefined {
  const now = 'flow' in at ? flows.find(({ id }) => id === at.flow) : undefined;
  const symbol = 'flow' in at ? now?.from : at.symbol;
  const exits = flows.filter(({ from }) => from === symbol);
  const index = now ? exits.indexOf(now) + by : by > 0 ? 0 : -1;
  return exits.at(index % exits.length)?.id;
}

function toReadingOrder(procedure: Procedure): readonly string[] {
  return procedure.steps.flatMap((step) => step.symbols.map(({ id }) => id));
}

function measure(from: SymbolBox, to: SymbolBox, direction: Direction): number | undefined {
  if (from === to) return undefined;
  const [fromX, fromY] = toCentre(from);
  const [toX, toY] = toCentre(to);
  const isVertical = direction === 'up' || direction === 'down';
  const sign = direction === 'up' || direction === 'left' ? -1 : 1;
  const ahead = sign * (isVertical ? toY - fromY : toX - fromX);
  const aside = Math.abs(isVertical ? toX - fromX : toY - fromY);
  const weight = acrossWeights[isVertical ? 'vertical' : 'horizontal'];
  return ahead > 1 ? ahead + weight * aside : undefined;
}
