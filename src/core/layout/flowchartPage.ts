import { STEP_TEXTS, type StepText } from '#core/model/procedure.ts';
import { type Flowchart, type FlowchartPage, PENTAGON_GAP, toAbreast } from './flowchart.ts';
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
import { countBandRows, type PageEdge, type Pentagon } from './offPage.ts';
import { toPageFlows } from './pageFlows.ts';
import { routeConnectors, toRouteNodes } from './routeConnectors.ts';
import type { RouteNode } from './router/routeRequest.ts';
import { moveCells } from './tableHeader.ts';
import type { RowPiece } from './tableRows.ts';
import type { TableStyle } from './tableStyle.ts';
import { measureText } from './text/measureText.ts';
import { placeLines } from './textBlock.ts';

/** What the table puts on one page. */
export interface FlowchartPart {
  readonly columns: readonly ActorColumn[];
  readonly rows: readonly RowBand[];
  readonly symbols: readonly SymbolBox[];
  readonly connectors: readonly Connector[];
  readonly joints: readonly JointLine[];
  readonly offPage: readonly OffPageConnector[];
  readonly cells: readonly Cell[];
  /** Where the table ends. */
  readonly bottom: number;
}

/** A row with the room that pentagons take from it at the page's edges. */
interface PlacedRow extends RowBand {
  readonly piece: RowPiece;
  /** Where its text and symbols begin and how much room they have. */
  readonly innerY: number;
  readonly innerHeight: number;
}

/** Lays out the table's rows of one page, the header's upper edge at `top`. */
export function layFlowchartPage(
  flowchart: Flowchart,
  page: FlowchartPage,
  top: number,
): FlowchartPart {
  const { header, columns, style } = flowchart;
  const rows = placeRows(flowchart, page, top + header.height);
  const symbols = rows.map((row) => placeSymbols(row, columns.actors, style));
  const joints = rows.flatMap(({ piece }, index) => toJointLines(piece.step, symbols[index] ?? []));
  const offPage = placePentagons(flowchart, page, rows);
  const bands = rows.map(({ step, y, height }) => ({ step, y, height }));
  const bottom = rows.reduce((end, { height }) => end + height, top + header.height);
  const nodes = [
    ...toRouteNodes(symbols.flat(), columns.actors, bands),
    ...offPage.map(({ node }) => node),
  ];
  return {
    columns: columns.actors,
    rows: bands,
    symbols: symbols.flat(),
    joints,
    offPage: offPage.map(({ connector }) => connector),
    connectors: routeConnectors(
      {
        area: {
          ...columns.actorArea,
          y: top + header.height,
          height: bottom - top - header.height,
        },
        columns: columns.actors,
        rows: bands,
        nodes,
        joints: joints.map(({ points }) => points),
        flows: toPageFlows(flowchart.procedure.flows, { nodes, offPage, style: style.labelText }),
        clearance: style.clearance,
      },
      style.labelText,
    ),
    cells: [...moveCells(header.cells, top), ...rows.flatMap((row) => toRowCells(flowchart, row))],
    bottom,
  };
}

function placeRows(
  flowchart: Flowchart,
  { pieces, pentagons }: FlowchartPage,
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
  return pieces.map((piece, index) => {
    const before = index === 0 ? above : 0;
    const after = index === pieces.length - 1 ? below : 0;
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
  return arrangement.symbols.flatMap(({ symbol, dx, dy, width, height, lines }) => {
    const column = columns.find(({ actor }) => actor === symbol.actor);
    if (!column) return [];
    const x = column.x + column.width / 2 + dx - width / 2;
    const box = { x, y: line + dy - height / 2, width, height };
    const placed = placeLines(lines, box, {
      style: style.symbolText,
      align: 'middle',
      valign: 'middle',
    });
    return [{ symbol: symbol.id, step, kind: symbol.kind, ...box, lines: placed }];
  });
}

/** A pentagon as it is drawn, as the router sees it, and the flows that end in it. */
export interface PlacedPentagon {
  readonly connector: OffPageConnector;
  readonly node: RouteNode;
  readonly pentagon: Pentagon;
}

function placePentagons(
  flowchart: Flowchart,
  { pentagons }: FlowchartPage,
  rows: readonly PlacedRow[],
): readonly PlacedPentagon[] {
  return (['top', 'bottom'] as const).flatMap((edge) =>
    flowchart.columns.actors.flatMap((column, index) => {
      const here = pentagons.filter((each) => each.edge === edge && each.column === index);
      const abreast = toAbreast(flowchart, index);
      return here.map((pentagon, place) => {
        const row = edge === 'top' ? rows[0] : rows.at(-1);
        const inRow = Math.min(abreast, here.length - Math.floor(place / abreast) * abreast);
        const box = toPentagonBox({
          style: flowchart.style,
          column,
          edge,
          y: edge === 'top' ? (row?.y ?? 0) : (row?.y ?? 0) + (row?.height ?? 0),
          bandRow: Math.floor(place / abreast),
          shift: (place % abreast) - (inRow - 1) / 2,
        });
        return toPlaced(pentagon, box, {
          style: flowchart.style,
          row: edge === 'top' ? 0 : rows.length - 1,
        });
      });
    }),
  );
}

interface PentagonSpot {
  readonly style: TableStyle;
  readonly column: ActorColumn;
  readonly edge: PageEdge;
  /** The edge of the page's rows. */
  readonly y: number;
  /** Its row in the band, counted from the edge. */
  readonly bandRow: number;
  /** Places to the right of the column's middle. */
  readonly shift: number;
}

function toPentagonBox({ style, column, edge, y, bandRow, shift }: PentagonSpot): Box {
  const { width, height } = style.pentagon;
  const inset = (style.bandHeight - height) / 2 + bandRow * style.bandHeight;
  return {
    x: column.x + (column.width - width) / 2 + shift * (width + PENTAGON_GAP),
    y: edge === 'top' ? y + inset : y - inset - height,
    width,
    height,
  };
}

function toPlaced(
  pentagon: Pentagon,
  box: Box,
  { style, row }: { readonly style: TableStyle; readonly row: number },
): PlacedPentagon {
  const { direction, edge, letter, flows, column, target } = pentagon;
  const points = (direction === 'out') === (edge === 'bottom') ? 'down' : 'up';
  const text = { text: letter, width: measureText(letter, { ...style.letterText, size: 1 }) };
  // The letter stands in the pentagon's square part, away from its point.
  const square = { ...box, height: box.height * 0.78 };
  const area = points === 'down' ? square : { ...square, y: box.y + box.height * 0.22 };
  const [line] = placeLines([text], area, {
    style: style.letterText,
    align: 'middle',
    valign: 'middle',
  });
  if (!line) throw new RangeError(`No letter for the flows to ${target}`);
  return {
    pentagon,
    connector: {
      ...box,
      flow: flows[0]?.id ?? '',
      flows: flows.map(({ id }) => id),
      letter,
      direction,
      points,
      line,
    },
    node: { ...box, id: toNodeId(pentagon), kind: 'off-page', column, row },
  };
}

/** No symbol has such an id: theirs hold no control characters. */
function toNodeId({ edge, direction, column, target }: Pentagon): string {
  return `\u0001${edge} ${direction} ${column} ${target}`;
}

function toRowCells({ columns, style }: Flowchart, row: PlacedRow): readonly Cell[] {
  const { step, y, height, piece } = row;
  const band = { y, height, border: true, step } as const;
  const { x, width } = columns.number;
  const number = String(piece.number);
  const text = { text: number, width: measureText(number, { ...style.cellText, size: 1 }) };
  const actors = columns.actors.length > 0 ? columns.actors : [columns.actorArea];
  return [
    {
      role: 'number',
      x,
      width,
      ...band,
      lines: placeLines([text], toInner({ x, width, y, height }, style), {
        style: style.cellText,
        align: 'middle',
        valign: 'top',
      }),
    },
    ...actors.map((column) => ({
      role: 'actor' as const,
      x: column.x,
      width: column.width,
      ...band,
      lines: [],
    })),
    ...STEP_TEXTS.map((field) => toTextCell(field, { columns, style }, row)),
  ];
}

function toTextCell(
  field: StepText,
  { columns, style }: Pick<Flowchart, 'columns' | 'style'>,
  { step, y, height, piece }: PlacedRow,
): Cell {
  const box = { ...columns.texts[field], y, height };
  return {
    role: 'text',
    ...box,
    border: true,
    step,
    target: { of: 'step', step, field },
    lines: placeLines(piece.texts[field], toInner(box, style), {
      style: style.cellText,
      align: field === 'duration' ? 'middle' : 'start',
      valign: 'top',
    }),
  };
}

function toInner({ x, y, width, height }: Box, { padX, padY }: TableStyle): Box {
  return { x: x + padX, y: y + padY, width: width - 2 * padX, height: height - 2 * padY };
}
