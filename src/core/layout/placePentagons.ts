import { type Flowchart, type FlowchartPage, PENTAGON_GAP, toAbreast } from './flowchart.ts';
import type { ActorColumn, Box, OffPageConnector, RowBand } from './geometry.ts';
import type { PageEdge, Pentagon } from './offPage.ts';
import type { RouteNode } from './router/routeRequest.ts';
import type { TableStyle } from './tableStyle.ts';
import { measureText } from './text/measureText.ts';
import { placeLines } from './textBlock.ts';

/** A pentagon as it is drawn, as the router sees it, and the flows that end in it. */
export interface PlacedPentagon {
  readonly connector: OffPageConnector;
  readonly node: RouteNode;
  readonly pentagon: Pentagon;
}

/** The pentagons of a page, in the bands above its first row and below its last one. */
export function placePentagons(
  flowchart: Flowchart,
  page: FlowchartPage,
  rows: readonly RowBand[],
): readonly PlacedPentagon[] {
  const pentagons = sortByDistance(page);
  return (['top', 'bottom'] as const).flatMap((edge) => {
    const row = edge === 'top' ? rows[0] : rows.at(-1);
    if (!row) return [];
    const y = edge === 'top' ? row.y : row.y + row.height;
    return flowchart.columns.actors.flatMap((column, index) => {
      const here = pentagons.filter((each) => each.edge === edge && each.column === index);
      const place = { style: flowchart.style, row: edge === 'top' ? 0 : rows.length - 1 };
      return toSpots(here, edge, toAbreast(flowchart, index)).map(({ pentagon, ...spot }) =>
        toPlaced(pentagon, toPentagonBox({ ...spot, ...place, column, edge, y }), place),
      );
    });
  });
}

/** Those whose symbols stand nearest to their edge of the page come first. */
function sortByDistance({ pentagons, rows }: FlowchartPage): readonly Pentagon[] {
  const rowOf = new Map(
    rows.flatMap(({ arrangement }, row) =>
      (arrangement?.symbols ?? []).map(({ symbol }) => [symbol.id, row] as const),
    ),
  );
  const toDistance = ({ edge, direction, flows }: Pentagon) => {
    const own = flows.map(({ from, to }) => rowOf.get(direction === 'out' ? from : to) ?? 0);
    return edge === 'top' ? Math.min(...own) : rows.length - 1 - Math.max(...own);
  };
  return pentagons.toSorted((a, b) => toDistance(a) - toDistance(b));
}

interface Spot {
  readonly pentagon: Pentagon;
  /** Its row in the band, counted from the edge of the page. */
  readonly bandRow: number;
  /** Places to the right of the column's middle. */
  readonly shift: number;
}

/**
 * Where the pentagons of one column stand. Those in the direction of reading are the most, and an
 * arrow between one of them and the symbol above or below it is straight when nothing is between.
 */
function toSpots(pentagons: readonly Pentagon[], edge: PageEdge, abreast: number): readonly Spot[] {
  const inner = edge === 'top' ? 'in' : 'out';
  const ordered = [
    ...pentagons.filter(({ direction }) => direction === inner),
    ...pentagons.filter(({ direction }) => direction !== inner),
  ];
  const bandRows = Math.ceil(ordered.length / abreast);
  return ordered.map((pentagon, place) => {
    const row = Math.floor(place / abreast);
    const count = Math.min(abreast, ordered.length - row * abreast);
    // Where three have room, the first of two stands in the middle.
    const first = count === 2 && abreast > 2 ? 0 : (count - 1) / 2;
    return { pentagon, bandRow: bandRows - 1 - row, shift: (place % abreast) - first };
  });
}

interface PentagonPlace extends Omit<Spot, 'pentagon'> {
  readonly style: TableStyle;
  readonly column: ActorColumn;
  readonly edge: PageEdge;
  /** The edge of the page's rows. */
  readonly y: number;
}

function toPentagonBox({ style, column, edge, y, bandRow, shift }: PentagonPlace): Box {
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
