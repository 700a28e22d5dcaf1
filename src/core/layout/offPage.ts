import type { Flow } from '#core/model/procedure.ts';

/** Where a symbol stands in the paginated table. */
export interface SymbolPlace {
  readonly page: number;
  /** Index of its actor's column. */
  readonly column: number;
}

export type PageEdge = 'top' | 'bottom';

/** A pentagon: one for all flows that leave a column, or reach a symbol, over one edge of a page. */
export interface Pentagon {
  readonly page: number;
  readonly edge: PageEdge;
  readonly direction: 'out' | 'in';
  readonly column: number;
  /** The symbol that its flows lead to, on this page or the other. */
  readonly target: string;
  readonly flows: readonly Flow[];
  readonly letter: string;
}

/**
 * The pentagons of all flows that cross a page break. A letter stands for a target; letters follow
 * the reading order: page by page, upper edge before lower, column by column.
 */
export function toPentagons(
  flows: readonly Flow[],
  places: ReadonlyMap<string, SymbolPlace>,
): readonly Pentagon[] {
  const pentagons = new Map<string, Omit<Pentagon, 'letter'>>();
  for (const flow of flows) {
    const source = places.get(flow.from);
    const target = places.get(flow.to);
    if (!source || !target || source.page === target.page) continue;
    const isForward = target.page > source.page;
    for (const { page, column, direction } of [
      { ...source, direction: 'out' } as const,
      { ...target, direction: 'in' } as const,
    ]) {
      const edge: PageEdge = (direction === 'out') === isForward ? 'bottom' : 'top';
      const key = [page, edge, direction, column, flow.to].join(' ');
      const known = pentagons.get(key);
      const together = [...(known?.flows ?? []), flow];
      pentagons.set(key, { page, edge, direction, column, target: flow.to, flows: together });
    }
  }
  const ordered = [...pentagons.values()].sort(
    (a, b) => a.page - b.page || edgeOrder[a.edge] - edgeOrder[b.edge] || a.column - b.column,
  );
  const letters = new Map<string, string>();
  return ordered.map((pentagon) => {
    const letter = letters.get(pentagon.target) ?? toLetter(letters.size);
    letters.set(pentagon.target, letter);
    return { ...pentagon, letter };
  });
}

const edgeOrder = { top: 0, bottom: 1 } as const;

/** A, B … Z, AA, AB … */
function toLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : toLetter(Math.floor(index / 26) - 1) + last;
}

/** How many pentagons of one edge stand below each other when a column holds only so many abreast. */
export function countBandRows(
  columns: Iterable<number>,
  toAbreast: (column: number) => number,
): number {
  const counts = new Map<number, number>();
  for (const column of columns) counts.set(column, (counts.get(column) ?? 0) + 1);
  let rows = 0;
  for (const [column, count] of counts) rows = Math.max(rows, Math.ceil(count / toAbreast(column)));
  return rows;
}
