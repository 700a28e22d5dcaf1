import type { Box, CanvasLayout, SymbolBox } from '#core/layout/geometry.ts';
import type { Procedure } from '#core/model/procedure.ts';

/** What of the drawing belongs to one step: it is lit, the rest is dimmed. */
export interface Surroundings {
  /** The symbols of the step. */
  readonly own: ReadonlySet<string>;
  /** Symbols from which an arrow comes, and to which one leads. */
  readonly neighbours: ReadonlySet<string>;
  /** Arrows to the step and within it. */
  readonly entries: ReadonlySet<string>;
  /** Arrows from the step. */
  readonly exits: ReadonlySet<string>;
}

/** What surrounds a step; nothing where there is no such step. */
export function findSurroundings({ steps, flows }: Procedure, step: string): Surroundings {
  const own = new Set(steps.find(({ id }) => id === step)?.symbols.map(({ id }) => id));
  const neighbours = new Set<string>();
  const entries = new Set<string>();
  const exits = new Set<string>();
  for (const { id, from, to } of flows) {
    if (own.has(to)) entries.add(id);
    else if (own.has(from)) exits.add(id);
    else continue;
    for (const end of [from, to]) if (!own.has(end)) neighbours.add(end);
  }
  return { own, neighbours, entries, exits };
}

/**
 * The part of the sheet to show with a step: its symbols, and of its neighbours, the nearest first, those
 * with whom it still is within `room`, in pt. Undefined where the step has nothing on the sheet.
 */
export function findFocus(
  layout: CanvasLayout,
  { own, neighbours }: Surroundings,
  room: { readonly width: number; readonly height: number },
): Box | undefined {
  const start = layout.symbols.filter(({ symbol }) => own.has(symbol)).reduce(join, undefined);
  if (!start) return undefined;
  return layout.symbols
    .filter(({ symbol }) => neighbours.has(symbol))
    .toSorted((a, b) => apart(start, a) - apart(start, b))
    .reduce((box, symbol) => {
      const wider = join(box, symbol);
      return wider.width <= room.width && wider.height <= room.height ? wider : box;
    }, start);
}

function join(box: Box | undefined, { x, y, width, height }: SymbolBox): Box {
  if (!box) return { x, y, width, height };
  const left = Math.min(box.x, x);
  const top = Math.min(box.y, y);
  return {
    x: left,
    y: top,
    width: Math.max(box.x + box.width, x + width) - left,
    height: Math.max(box.y + box.height, y + height) - top,
  };
}

function apart(a: Box, b: Box): number {
  const across = a.x + a.width / 2 - (b.x + b.width / 2);
  const down = a.y + a.height / 2 - (b.y + b.height / 2);
  return Math.hypot(across, down);
}
