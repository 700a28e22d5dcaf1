import { findPlaces } from './extraRoom.ts';
import { type Flowchart, type FlowchartPage, toAbreast } from './flowchart.ts';
import type {
  ActorColumn,
  Box,
  Cell,
  Connector,
  JointLine,
  OffPageConnector,
  RowBand,
  SymbolBox,
} from './geometry.ts';
import { toJointLines } from './jointLines.ts';
import { countBandRows, type PageEdge } from './offPage.ts';
import { toPageFlows } from './pageFlows.ts';
import { type PlacedPentagon, placePentagons } from './placePentagons.ts';
import { routeConnectors, toRouteNodes } from './routeConnectors.ts';
import { type PlacedRow, toBlankCells, toRowCells } from './rowCells.ts';
import { placeHeader } from './tableHeader.ts';
import type { TableStyle } from './tableStyle.ts';
import { placeLines } from './textBlock.ts';

/** What the table puts on one page, its cells left out: they change nothing in the arrows. */
interface FlowchartPart {
  readonly columns: readonly ActorColumn[];
  readonly rows: readonly RowBand[];
  readonly symbols: readonly SymbolBox[];
  readonly connectors: readonly Connector[];
  readonly joints: readonly JointLine[];
  readonly offPage: readonly OffPageConnector[];
  /** Where the table ends. */
  readonly bottom: number;
}

/** A page's part with what its cells are made of. */
export interface FlowchartDraft {
  readonly part: FlowchartPart;
  readonly placed: readonly PlacedRow[];
  readonly top: number;
}

/** How much higher rows become while labels in them stand badly; each portion lays the page out anew. */
const PORTIONS: readonly number[] = [10];

/**
 * Lays out the table's rows of one page, the header's upper edge at `top`. Where labels found only
 * poor places, their rows take of what the page has to spare.
 */
export function layFlowchartPage(
  flowchart: Flowchart,
  page: FlowchartPage,
  top: number,
): FlowchartDraft {
  const { flows } = flowchart.procedure;
  let best = layRows(flowchart, page, top);
  let { rows, spare } = page;
  let poor = findPlaces(best.part, flows, 'poorLabel');
  let least = poor.length;
  for (const portion of PORTIONS) {
    const steps = new Set(poor.map(({ step }) => step));
    spare -= steps.size * portion;
    if (steps.size === 0 || spare < 0) break;
    rows = rows.map((row) =>
      steps.has(row.step.id) && row.arrangement ? { ...row, height: row.height + portion } : row,
    );
    const next = layRows(flowchart, { ...page, rows }, top);
    poor = findPlaces(next.part, flows, 'poorLabel');
    const isCrowded = countCrowded(next.part) > countCrowded(best.part);
    if (poor.length >= least || isCrowded) continue;
    best = next;
    least = poor.length;
  }
  return best;
}

function countCrowded({ connectors }: FlowchartPart): number {
  return connectors.filter(({ crowded }) => crowded).length;
}

/** The cells of the header and the rows; made last, when no row becomes higher any more. */
export function toPageCells(
  flowchart: Flowchart,
  { placed, top }: FlowchartDraft,
): readonly Cell[] {
  const { header } = flowchart;
  const cells = [...placeHeader(header, top)];
  if (placed.length === 0) cells.push(...toBlankCells(flowchart, top + header.height));
  for (const row of placed) cells.push(...toRowCells(flowchart, row));
  return cells;
}

function layRows(flowchart: Flowchart, page: FlowchartPage, top: number): FlowchartDraft {
  const { header, columns, style } = flowchart;
  const rows = placeRows(flowchart, page, top + header.height);
  const symbols = rows.map((row) => placeSymbols(row, columns.actors, style));
  const joints = rows.flatMap(({ piece }, index) => toJointLines(piece.step, symbols[index] ?? []));
  const offPage = placePentagons(flowchart, page, rows);
  const bands = rows.map(({ step, y, height }) => ({ step, y, height }));
  const rowsTop = top + header.height;
  const bottom =
    rows.length > 0
      ? rows.reduce((end, { height }) => end + height, rowsTop)
      : rowsTop + style.bandHeight;
  const nodes = [
    ...toRouteNodes(symbols.flat(), columns.actors, bands),
    ...offPage.map(({ node }) => node),
  ];
  const part: FlowchartPart = {
    columns: columns.actors,
    rows: bands,
    symbols: symbols.flat(),
    joints,
    offPage: offPage.map(({ connector }) => connector),
    connectors: routeConnectors(
      {
        area: toRouteArea({ ...columns.actorArea, y: rowsTop, height: bottom - rowsTop }, offPage),
        columns: columns.actors,
        rows: bands,
        nodes,
        joints: joints.map(({ points }) => points),
        flows: toPageFlows(flowchart.procedure.flows, { nodes, offPage, style: style.labelText }),
        clearance: style.clearance,
      },
      style.labelText,
    ),
    bottom,
  };
  return { part, placed: rows, top };
}

/** Arrows run in all rows, but not between the pentagons and the edges of the page. */
function toRouteArea(rows: Box, offPage: readonly PlacedPentagon[]): Box {
  const edgesOf = (edge: PageEdge) =>
    offPage
      .filter(({ pentagon }) => pentagon.edge === edge)
      .map(({ node }) => (edge === 'top' ? node.y : node.y + node.height));
  const top = Math.min(rows.y + rows.height, ...edgesOf('top'));
  const bottom = Math.max(rows.y, ...edgesOf('bottom'));
  const y = top < rows.y + rows.height ? top : rows.y;
  return { ...rows, y, height: (bottom > rows.y ? bottom : rows.y + rows.height) - y };
}

function placeRows(
  flowchart: Flowchart,
  { rows, pentagons }: FlowchartPage,
  top: number,
): readonly PlacedRow[] {
  const { style } = flowchart;
  const toBand = (edge: PageEdge) => {
    const columns = pentagons.filter((each) => each.edge === edge).map(({ column }) => column);
    return countBandRows(columns, (column) => toAbreast(flowchart, column)) * style.bandHeight;
  };
  const above = toBand('top');
  const below = toBand('bottom');
  let y = top;
  return rows.map((piece, index) => {
    const before = index === 0 ? above : 0;
    const after = index === rows.length - 1 ? below : 0;
    const height = before + piece.height + after;
    const row = { step: piece.step.id, y, height, piece };
    y += height;
    return { ...row, innerY: row.y + before, innerHeight: piece.height };
  });
}

function placeSymbols(
  { step, piece, innerY, innerHeight }: PlacedRow,
  columns: readonly ActorColumn[],
  style: TableStyle,
): readonly SymbolBox[] {
  const { arrangement } = piece;
  if (!arrangement) return [];
  const line = innerY + (innerHeight + arrangement.above - arrangement.below) / 2;
  return arrangement.symbols.flatMap(({ symbol, dx, dy, width, height, lines, size }) => {
    const column = columns.find(({ actor }) => actor === symbol.actor);
    if (!column) return [];
    const x = column.x + column.width / 2 + dx - width / 2;
    const box = { x, y: line + dy - height / 2, width, height };
    const placed = placeLines(lines, box, {
      style: { ...style.symbolText, size },
      align: 'middle',
      valign: 'middle',
    });
    return [{ symbol: symbol.id, step, kind: symbol.kind, ...box, lines: placed }];
  });
}
