import type { Scene, SceneCell, SceneItem, SceneText } from '#core/export/scene.ts';
import { joinLines } from '#core/export/sceneText.ts';
import { type TableGrid, toTableGrids } from '#core/export/tableGrid.ts';
import { LINE_HEIGHT } from '#core/layout/textBlock.ts';
import { toLineTop } from './textStyles.ts';

/** What a page's text consists of, from top to bottom: tables, and lines outside of them. */
export interface PageFlow {
  readonly scene: Scene;
  readonly blocks: readonly FlowBlock[];
  readonly documentNumber: SceneText | undefined;
  readonly pageNumber: SceneText | undefined;
  readonly mark: SceneText | undefined;
}

export type FlowBlock = TableBlock | TextBlock;

interface Place {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly right: number;
}

interface TableBlock extends Place {
  readonly kind: 'table';
  readonly grid: TableGrid;
  readonly cells: readonly SceneCell[];
}

/** Lines below each other that are one paragraph. */
export interface TextBlock extends Place {
  readonly kind: 'text';
  readonly text: string;
  readonly first: SceneText;
}

export function toPageFlow(scene: Scene): PageFlow {
  const texts = scene.items.filter((item) => item.kind === 'text');
  const free = texts.filter(({ role }) => !role || role === 'title' || role === 'note');
  const loose = scene.items.flatMap((item) =>
    item.kind === 'cell' && !item.place ? toLooseTexts(item) : [],
  );
  const tables = toTableGrids(scene).map((grid) => toTableBlock(grid, scene.items));
  const blocks: readonly FlowBlock[] = [...tables, ...toTextBlocks([...loose, ...free])];
  return {
    scene,
    blocks: blocks.toSorted((one, other) => one.top - other.top),
    documentNumber: texts.find(({ role }) => role === 'document-number'),
    pageNumber: texts.find(({ role }) => role === 'page-number'),
    mark: texts.find(({ role }) => role === 'mark'),
  };
}

/** The lines of a cell that is in no table. */
function toLooseTexts({ paragraphs }: SceneCell): readonly SceneText[] {
  return paragraphs.flatMap(({ lines }) =>
    lines.map((line) => ({ kind: 'text', ...line }) as const),
  );
}

function toTableBlock(grid: TableGrid, items: readonly SceneItem[]): TableBlock {
  const cells = items.filter(
    (item): item is SceneCell => item.kind === 'cell' && item.place?.table === grid.table,
  );
  const { x, y: top, columnWidths, rowHeights } = grid;
  const bottom = rowHeights.reduce((sum, height) => sum + height, top);
  const right = columnWidths.reduce((sum, width) => sum + width, x);
  return { kind: 'table', grid, cells, x, top, bottom, right };
}

function toTextBlocks(texts: readonly SceneText[]): readonly TextBlock[] {
  const starts = texts.flatMap((text, at) => (goesOn(texts[at - 1], text) ? [] : [at]));
  return starts.flatMap((start, at) => {
    const lines = texts.slice(start, starts[at + 1]);
    const [first] = lines;
    if (!first) return [];
    const pitch = first.size * LINE_HEIGHT;
    const top = toLineTop(first);
    const share = { start: 0, middle: 0.5, end: 1 }[first.anchor];
    const width = Math.max(...lines.map((line) => line.width));
    const x = first.x - share * width;
    const text = joinLines(lines);
    const bottom = top + lines.length * pitch;
    return [{ kind: 'text', text, first, x, top, bottom, right: x + width }];
  });
}

function goesOn(before: SceneText | undefined, text: SceneText): boolean {
  if (!before || text.start === 'paragraph') return false;
  const pitch = text.y - before.y;
  return (
    before.role === text.role &&
    before.size === text.size &&
    before.weight === text.weight &&
    before.anchor === text.anchor &&
    Math.abs(before.x - text.x) < 0.1 &&
    Math.abs(pitch - text.size * LINE_HEIGHT) < 0.1
  );
}
