import type { Box, Cell, PageLayout, TextLine } from '#core/layout/geometry.ts';
import type { CellPlace, SceneCell, SceneParagraph, SceneTable } from './scene.ts';
import { joinLines } from './sceneText.ts';

/** The cells of a page table by table, row by row; each holds the texts that stand in it. */
export function toSceneCells(page: PageLayout, strokeWidth: number): readonly SceneCell[] {
  const frames = page.cells.filter(isFrame);
  const inside = groupByFrame(frames, page.cells);
  const placed = (['page', 'identity', 'steps'] as const).flatMap((table) => {
    const own = frames.filter((cell) => toTable(cell) === table);
    return toPlaces(own, table).map(({ cell, place }) =>
      toSceneCell(cell, { inside: inside.get(cell) ?? [], strokeWidth, place }),
    );
  });
  const loose = inside.get(undefined) ?? [];
  return [...placed, ...loose.map((cell) => toSceneCell(cell, { inside: [], strokeWidth: 0 }))];
}

/** Texts of a cover or decree page stand in a table as well, one without rules. */
function isFrame({ border, fill, role }: Cell): boolean {
  return border || fill !== undefined || role === 'page';
}

function toTable({ role }: Cell): SceneTable {
  if (role === 'page') return 'page';
  return role === 'identity' || role === 'identity-label' ? 'identity' : 'steps';
}

/** Texts without rules belong to the frame around them, or to none. */
function groupByFrame(
  frames: readonly Cell[],
  cells: readonly Cell[],
): ReadonlyMap<Cell | undefined, readonly Cell[]> {
  const groups = new Map<Cell | undefined, Cell[]>();
  for (const cell of cells) {
    if (isFrame(cell)) continue;
    const frame = frames.find((candidate) => isAround(candidate, cell));
    groups.set(frame, [...(groups.get(frame) ?? []), cell]);
  }
  return groups;
}

function isAround(outer: Box, { x, y, width, height }: Box): boolean {
  const [middle, centre] = [x + width / 2, y + height / 2];
  return (
    middle > outer.x &&
    middle < outer.x + outer.width &&
    centre > outer.y &&
    centre < outer.y + outer.height
  );
}

interface PlacedCell {
  readonly cell: Cell;
  readonly place: CellPlace;
}

function toPlaces(cells: readonly Cell[], table: SceneTable): readonly PlacedCell[] {
  const xs = toEdges(cells.flatMap(({ x, width }) => [x, x + width]));
  const ys = toEdges(cells.flatMap(({ y, height }) => [y, y + height]));
  return cells
    .map((cell) => {
      const column = findEdge(xs, cell.x);
      const row = findEdge(ys, cell.y);
      const columnSpan = findEdge(xs, cell.x + cell.width) - column;
      const rowSpan = findEdge(ys, cell.y + cell.height) - row;
      return { cell, place: { table, row, column, rowSpan, columnSpan } };
    })
    .sort((a, b) => a.place.row - b.place.row || a.place.column - b.place.column);
}

/** Edges nearer to each other than this are one, in pt: sums of the same lengths differ a little. */
const SAME_EDGE = 0.05;

function toEdges(values: readonly number[]): readonly number[] {
  const edges: number[] = [];
  for (const value of values.toSorted((a, b) => a - b))
    if (value - (edges.at(-1) ?? Number.NEGATIVE_INFINITY) > SAME_EDGE) edges.push(value);
  return edges;
}

function findEdge(edges: readonly number[], value: number): number {
  return edges.findLastIndex((edge) => edge <= value + SAME_EDGE);
}

interface CellPlan {
  readonly inside: readonly Cell[];
  readonly strokeWidth: number;
  readonly place?: CellPlace;
}

function toSceneCell(cell: Cell, { inside, strokeWidth, place }: CellPlan): SceneCell {
  const { x, y, width, height, border, fill, valign = 'top', padding = { x: 0, y: 0 } } = cell;
  const header = toHeader(cell);
  const paragraphs = [cell, ...inside].flatMap(toParagraphs);
  const align = cell.align ?? paragraphs[0]?.lines[0]?.anchor ?? 'start';
  return {
    ...{ kind: 'cell', x, y, width, height, ...(fill && { fill }) },
    strokeWidth: border ? strokeWidth : 0,
    ...(place && { place }),
    ...(header && { header }),
    ...{ paragraphs, align, valign, padding },
  };
}

function toHeader({ role }: Cell): SceneCell['header'] {
  switch (role) {
    case 'header':
      return 'column';
    case 'number':
    case 'identity-label':
      return 'row';
    case 'text':
    case 'actor':
    case 'identity':
    case 'page':
      return undefined;
  }
}

function toParagraphs({ lines, marker }: Cell): readonly SceneParagraph[] {
  if (lines.length === 0 && marker) return [{ text: '', marker, lines }];
  const groups: TextLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    if (!group || line.start === 'paragraph') groups.push([line]);
    else group.push(line);
  }
  return groups.map((group, index) => ({
    text: joinLines(group),
    ...(index === 0 && marker && { marker }),
    lines: group,
  }));
}
