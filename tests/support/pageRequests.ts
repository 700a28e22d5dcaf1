import type { RouteFlow, RouteNode, RouteRequest } from '#core/layout/router/routeRequest.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { PAGE, type SheetStyle, toSheetRequest } from './sheetRequest.ts';

const PENTAGON = { width: 26, height: 14 };
const PENTAGON_PITCH = 22;
const MOST_STACKED = 2;

/** A procedure cut into pages of some rows, with off-page connectors where flows cross a page break. */
export function toPageRequests(
  procedure: Procedure,
  rowsPerPage = 10,
  style: SheetStyle = PAGE,
): readonly RouteRequest[] {
  const sheet = toSheetRequest(procedure, style);
  const pageOf = new Map(sheet.nodes.map(({ id, row }) => [id, Math.floor(row / rowsPerPage)]));
  const pages = Math.ceil(sheet.rows.length / rowsPerPage);
  return Array.from({ length: pages }, (_, page) => cutPage(sheet, page, rowsPerPage, pageOf));
}

interface Pentagon {
  readonly id: string;
  readonly column: number;
  readonly atTop: boolean;
}

function cutPage(
  sheet: RouteRequest,
  page: number,
  rowsPerPage: number,
  pageOf: ReadonlyMap<string, number>,
): RouteRequest {
  const first = page * rowsPerPage;
  const rows = sheet.rows.slice(first, first + rowsPerPage);
  const nodes = sheet.nodes.filter(({ id }) => pageOf.get(id) === page);
  const columns = new Map(sheet.nodes.map(({ id, column }) => [id, column]));
  const pentagons = new Map<string, Pentagon>();
  const flows = new Map<string, RouteFlow>();
  for (const flow of sheet.flows) {
    const from = pageOf.get(flow.from) ?? 0;
    const to = pageOf.get(flow.to) ?? 0;
    if (from === page && to === page) flows.set(flow.id, flow);
    else if (from === page) {
      const id = `out ${flow.to}`;
      if (!pentagons.has(id))
        pentagons.set(id, { id, column: columns.get(flow.from) ?? 0, atTop: to < page });
      flows.set(flow.id, { ...flow, to: id });
    } else if (to === page) {
      const id = `in ${flow.to} ${from < page}`;
      pentagons.set(id, { id, column: columns.get(flow.to) ?? 0, atTop: from < page });
      const { label: _, hint: __, ...plain } = flow;
      flows.set(id, { ...plain, id, from: id });
    }
  }
  const top = placePentagons(
    [...pentagons.values()].filter(({ atTop }) => atTop),
    sheet.columns.length,
  );
  const bottom = placePentagons(
    [...pentagons.values()].filter(({ atTop }) => !atTop),
    sheet.columns.length,
  );
  const start = rows[0]?.y ?? 0;
  const end = rows.reduce((_, row) => row.y + row.height, start);
  const topBand = countDeepest(top) * PENTAGON_PITCH;
  const bottomBand = countDeepest(bottom) * PENTAGON_PITCH;
  const toNode =
    (y: number, row: number) =>
    ({ id, column, depth }: PlacedPentagon): RouteNode => {
      const { x = 0, width = 0 } = sheet.columns[column] ?? {};
      const left = x + (width - PENTAGON.width) / 2;
      return {
        id,
        kind: 'off-page',
        column,
        row,
        ...PENTAGON,
        x: left,
        y: y + depth * PENTAGON_PITCH,
      };
    };
  return {
    ...sheet,
    area: { ...sheet.area, y: start - topBand, height: end - start + topBand + bottomBand },
    rows: rows.map((row, index) => ({
      ...row,
      y: row.y - (index === 0 ? topBand : 0),
      height:
        row.height + (index === 0 ? topBand : 0) + (index === rows.length - 1 ? bottomBand : 0),
    })),
    nodes: [
      ...nodes,
      ...top.map(toNode(start - topBand + 4, first)),
      ...bottom.map(toNode(end + 4, first + rows.length - 1)),
    ],
    joints: sheet.joints.filter((points) => points.every(([, y]) => y > start && y < end)),
    flows: [...flows.values()],
  };
}

interface PlacedPentagon extends Pentagon {
  /** How many stand above it in its column. */
  readonly depth: number;
}

/** At most two of them in one column, further ones in the nearest column with room. */
function placePentagons(
  pentagons: readonly Pentagon[],
  columns: number,
): readonly PlacedPentagon[] {
  const placed: PlacedPentagon[] = [];
  for (const pentagon of pentagons) {
    const depthOf = (column: number) => placed.filter((each) => each.column === column).length;
    const free = Array.from({ length: columns }, (_, column) => column).filter(
      (column) => depthOf(column) < MOST_STACKED,
    );
    const [nearest = pentagon.column] = free.sort(
      (a, b) => Math.abs(a - pentagon.column) - Math.abs(b - pentagon.column),
    );
    placed.push({ ...pentagon, column: nearest, depth: depthOf(nearest) });
  }
  return placed;
}

function countDeepest(pentagons: readonly PlacedPentagon[]): number {
  return Math.max(0, ...pentagons.map(({ depth }) => depth + 1));
}
