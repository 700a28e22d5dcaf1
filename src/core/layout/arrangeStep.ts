import type { Flow, Step, StepSymbol } from '#core/model/procedure.ts';
import type { FittedSymbol } from './fitSymbol.ts';
import { findInnerFlows } from './flowsBySource.ts';

/** A symbol's place: its centre, from the centre of its column and from the line of its row. */
interface ArrangedSymbol extends FittedSymbol {
  readonly symbol: StepSymbol;
  readonly dx: number;
  readonly dy: number;
}

/** The symbols of a step around the row's line, which runs through the middle of its main symbols. */
export interface StepArrangement {
  readonly symbols: readonly ArrangedSymbol[];
  /** How far they reach above and below the line. */
  readonly above: number;
  readonly below: number;
  /** What each actor's cell needs at least. */
  readonly cellWidths: ReadonlyMap<string, number>;
}

export interface ArrangeOptions {
  readonly fitted: (symbol: StepSymbol, rank: StackRank) => FittedSymbol;
  /** Space between two symbols of one cell. */
  readonly gap: number;
  /** Symbols of one cell stand in as many stacks as it takes to keep each at most so high. */
  readonly maxStackHeight: number;
  readonly flows: readonly Flow[];
}

/** A capsule's place in its cell: above the box that it starts, below the one that it ends. */
export type StackRank = -1 | 0 | 1;

export function arrangeStep(step: Step, options: ArrangeOptions): StepArrangement {
  const symbols: ArrangedSymbol[] = [];
  const cellWidths = new Map<string, number>();
  for (const [actor, cell] of toCells(step)) {
    const arranged = arrangeCell(cell, step.joint === true, options);
    symbols.push(...arranged);
    cellWidths.set(actor, 2 * maxOf(arranged, ({ dx, width }) => Math.abs(dx) + width / 2));
  }
  return {
    symbols,
    above: maxOf(symbols, ({ dy, height }) => height / 2 - dy),
    below: maxOf(symbols, ({ dy, height }) => height / 2 + dy),
    cellWidths,
  };
}

function toCells(step: Step): ReadonlyMap<string, readonly StepSymbol[]> {
  const cells = new Map<string, StepSymbol[]>();
  for (const symbol of step.symbols) {
    const cell = cells.get(symbol.actor);
    if (cell) cell.push(symbol);
    else cells.set(symbol.actor, [symbol]);
  }
  return cells;
}

function arrangeCell(
  cell: readonly StepSymbol[],
  isJoint: boolean,
  { fitted, gap, maxStackHeight, flows }: ArrangeOptions,
): readonly ArrangedSymbol[] {
  const [only] = cell;
  if (only && cell.length === 1) return [{ ...fitted(only, 0), symbol: only, dx: 0, dy: 0 }];
  const ordered = toStackOrder(cell, flows).map(({ symbol, rank }) => ({
    symbol,
    ...fitted(symbol, rank),
  }));
  const stacks = toStacks(ordered, gap, maxStackHeight);
  const pitch = maxOf(ordered, ({ width }) => width) + gap;
  return stacks.flatMap((stack, index) => {
    const dx = (index - (stacks.length - 1) / 2) * pitch;
    const middles = toMiddles(stack, gap);
    const main = Math.max(
      0,
      stack.findIndex(({ symbol }) => symbol.kind !== 'terminator'),
    );
    // The line of a joint step joins its boxes, so they stand on it, not the stack's middle.
    const shift = isJoint ? -(middles[main] ?? 0) : 0;
    return stack.map((each, at) => ({ ...each, dx, dy: (middles[at] ?? 0) + shift }));
  });
}

/** Top to bottom: as in the document, but a capsule stands before what it starts, after what it ends. */
function toStackOrder(
  cell: readonly StepSymbol[],
  flows: readonly Flow[],
): readonly { readonly symbol: StepSymbol; readonly rank: StackRank }[] {
  const ids = new Set(cell.map((symbol) => symbol.id));
  const inner = findInnerFlows(flows, ids);
  return cell
    .map((symbol) => ({ symbol, rank: toRank(symbol, inner) }))
    .sort((a, b) => a.rank - b.rank);
}

function toRank(symbol: StepSymbol, inner: readonly Flow[]): StackRank {
  if (symbol.kind !== 'terminator') return 0;
  if (inner.some((flow) => flow.to === symbol.id)) return 1;
  return inner.some((flow) => flow.from === symbol.id) ? -1 : 0;
}

function toStacks<T extends FittedSymbol>(
  symbols: readonly T[],
  gap: number,
  maxHeight: number,
): readonly (readonly T[])[] {
  const tallest = maxOf(symbols, ({ height }) => height) + gap;
  const perStack = Math.max(1, Math.floor((maxHeight + gap) / tallest));
  const count = Math.ceil(symbols.length / perStack);
  const even = Math.ceil(symbols.length / count);
  return Array.from({ length: count }, (_, index) =>
    symbols.slice(index * even, (index + 1) * even),
  ).filter((stack) => stack.length > 0);
}

/** The middle of each symbol of a stack, from the stack's own middle. */
function toMiddles(stack: readonly FittedSymbol[], gap: number): readonly number[] {
  const total = stack.reduce((sum, { height }) => sum + height, 0) + gap * (stack.length - 1);
  let top = -total / 2;
  return stack.map(({ height }) => {
    const middle = top + height / 2;
    top += height + gap;
    return middle;
  });
}

function maxOf<T>(items: readonly T[], toNumber: (item: T) => number): number {
  return items.reduce((most, item) => Math.max(most, toNumber(item)), 0);
}
