import type { Flow, Procedure } from '#core/model/procedure.ts';
import type { StepArrangement } from './arrangeStep.ts';
import { type Pentagon, toPentagons } from './offPage.ts';
import { type PageRange, paginate } from './paginate.ts';
import type { TableColumns } from './tableColumns.ts';
import type { TableHeader } from './tableHeader.ts';
import { joinPieces, type PageRow, type RowPiece } from './tableRows.ts';
import type { TableStyle } from './tableStyle.ts';

/** The table of the flowchart before it is cut into pages. */
export interface Flowchart {
  readonly procedure: Procedure;
  readonly style: TableStyle;
  readonly columns: TableColumns;
  readonly header: TableHeader;
  readonly pieces: readonly RowPiece[];
}

/** The rows of one page, with the pentagons that stand among them. */
export interface FlowchartPage {
  readonly rows: readonly PageRow[];
  readonly pentagons: readonly Pentagon[];
  readonly isLast: boolean;
  /** Height that is left below its rows. */
  readonly spare: number;
}

/** Heights for rows, header not counted. */
export interface PageRoom {
  readonly first: number;
  readonly other: number;
  /** Needed below the table's last row. */
  readonly tail: number;
}

export function toFlowchartPages(flowchart: Flowchart, room: PageRoom): readonly FlowchartPage[] {
  const { pieces, columns, procedure, style } = flowchart;
  const toBands = openBands(toFlowEnds(flowchart), flowchart);
  const ranges = paginate({
    rows: pieces,
    capacity: room.other,
    firstCapacity: room.first,
    tail: room.tail,
    toBands,
  });
  const columnOf = new Map(columns.actors.map(({ actor }, index) => [actor, index]));
  const places = new Map(
    ranges.flatMap(({ start, end }, page) =>
      pieces
        .slice(start, end)
        .flatMap(toSymbols)
        .map(({ symbol }) => {
          const place = { page, column: columnOf.get(symbol.actor) ?? 0 };
          return [symbol.id, place] as const;
        }),
    ),
  );
  const byPage: Pentagon[][] = ranges.map(() => []);
  for (const pentagon of toPentagons(procedure.flows, places))
    byPage[pentagon.page]?.push(pentagon);
  return ranges.map((range, page) => {
    const rows = joinPieces(pieces.slice(range.start, range.end), style);
    const isLast = page === ranges.length - 1;
    const height = (page === 0 ? room.first : room.other) - (isLast ? room.tail : 0);
    const used = rows.reduce((sum, row) => sum + row.height, toBands(range));
    return { rows, pentagons: byPage[page] ?? [], isLast, spare: Math.max(0, height - used) };
  });
}

/** The first piece of a row holds its symbols. */
function toSymbols({ row, start }: RowPiece): StepArrangement['symbols'] {
  return start === 0 ? row.arrangement.symbols : [];
}

/** How many pentagons a column holds side by side, with room for an arrow beside them. */
export function toAbreast({ columns, style }: Flowchart, column: number): number {
  const room = (columns.actors[column]?.width ?? 0) - 2 * PENTAGON_SIDE;
  return Math.max(1, Math.floor((room + PENTAGON_GAP) / (style.pentagon.width + PENTAGON_GAP)));
}

/** Space between pentagons of one column. */
export const PENTAGON_GAP = 3;

/** Between the outermost pentagon and the rule: an arrow that turns there shows its head and is no rule. */
const PENTAGON_SIDE = 9;

/** One end of a flow, as seen from its row. */
interface FlowEnd {
  /** The row of the other end. */
  readonly other: number;
  readonly column: number;
  /** The same for ends that would share a pentagon. */
  readonly key: number;
}

function toFlowEnds({ procedure, pieces, columns }: Flowchart): readonly (readonly FlowEnd[])[] {
  const columnOf = new Map(columns.actors.map(({ actor }, index) => [actor, index]));
  const placeOf = new Map<
    string,
    { readonly row: number; readonly column: number; index: number }
  >();
  for (const [row, piece] of pieces.entries())
    for (const { symbol } of toSymbols(piece))
      placeOf.set(symbol.id, {
        row,
        column: columnOf.get(symbol.actor) ?? 0,
        index: placeOf.size,
      });
  const ends: FlowEnd[][] = pieces.map(() => []);
  const add = ({ from, to }: Flow) => {
    const source = placeOf.get(from);
    const target = placeOf.get(to);
    if (!source || !target || source.row === target.row) return;
    const key = target.index * 2 * columns.actors.length;
    const { column } = source;
    ends[source.row]?.push({ other: target.row, column, key: key + column * 2 });
    ends[target.row]?.push({
      other: source.row,
      column: target.column,
      key: key + target.column * 2 + 1,
    });
  };
  procedure.flows.forEach(add);
  return ends;
}

/**
 * How high the pentagons above and below rows are together. `seen` tells by key in which question
 * an end was last counted, so that those that share a pentagon count once.
 */
function openBands(
  ends: readonly (readonly FlowEnd[])[],
  flowchart: Flowchart,
): (range: PageRange) => number {
  const abreast = flowchart.columns.actors.map((_, column) => toAbreast(flowchart, column));
  const above = new Int32Array(abreast.length);
  const below = new Int32Array(abreast.length);
  const most = ends.flat().reduce((key, end) => Math.max(key, end.key), 0);
  const seen = new Int32Array(2 * most + 2);
  let question = 0;
  return ({ start, end }) => {
    question += 1;
    above.fill(0);
    below.fill(0);
    for (let row = start; row < end; row += 1)
      for (const { other, column, key } of ends[row] ?? []) {
        if (other >= start && other < end) continue;
        const isAbove = other < start;
        const place = 2 * key + (isAbove ? 0 : 1);
        if (seen[place] === question) continue;
        seen[place] = question;
        const counts = isAbove ? above : below;
        counts[column] = (counts[column] ?? 0) + 1;
      }
    const rows = countRows(above, abreast) + countRows(below, abreast);
    return rows * flowchart.style.bandHeight;
  };
}

/** How many pentagons stand below each other in the fullest column. */
function countRows(counts: Int32Array, abreast: readonly number[]): number {
  let rows = 0;
  for (let column = 0; column < counts.length; column += 1)
    rows = Math.max(rows, Math.ceil((counts[column] ?? 0) / (abreast[column] ?? 1)));
  return rows;
}
