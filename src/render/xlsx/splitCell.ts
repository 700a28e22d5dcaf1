import type { SceneCell, SceneParagraph } from '#core/export/scene.ts';
import type { TextLine } from '#core/layout/geometry.ts';
import type { TypeFamily } from '#core/layout/text/widthTable.ts';
import { LINE_HEIGHT } from '#core/layout/textBlock.ts';
import { lineShapes } from './lineShapes.ts';
import type { PlacedCell } from './printedSheets.ts';
import { CELL_TOP, toVerticalFit } from './verticalFit.ts';

/** Sides of a cell that have a rule. */
interface Sides {
  readonly top: boolean;
  readonly left: boolean;
  readonly bottom: boolean;
  readonly right: boolean;
}

export interface CellPart {
  readonly cell: PlacedCell;
  readonly sides: Sides;
  /** The number of a list's entry, for which its cell is just wide enough. */
  readonly isNumber: boolean;
}

/** So much more above a text than below it is no rounding, in pt. */
const LOWERED = 6;
const none = { x: 0, y: 0 };
/** What a spreadsheet leaves free left of a text, in pt. */
const CELL_PADDING = 1;
/** A text that would stand this much beside its place gets a cell of its own there, in pt. */
const BESIDE = 1.5;

/** The parts that a person would make of a cell in a spreadsheet; of most, the whole. */
export function splitCell(cell: PlacedCell, family: TypeFamily): readonly CellPart[] {
  // The table's own cells stay whole: that is what people sort, copy and fill in.
  const isWhole = cell.place.table === 'steps';
  const parts = isWhole
    ? [cell]
    : splitList(cell, family)
        .flatMap((part) => splitLowered(part, family))
        .flatMap(splitIndented);
  return parts.map((part) => ({
    cell: part,
    sides: toSides(part, cell),
    isNumber: cell.paragraphs.some(
      ({ marker }) => marker && marker === part.paragraphs[0]?.lines[0],
    ),
  }));
}

/** Of several paragraphs: a row for each, and the numbers of a list in cells of their own. */
function splitList(cell: PlacedCell, family: TypeFamily): readonly PlacedCell[] {
  const bands = toBands(cell, family);
  const isList = bands.some(({ paragraph }) => paragraph.marker) || bands.length > 1;
  if (!isList || cell.valign === 'middle') return [cell];
  return bands.flatMap(({ paragraph, top, bottom }) => {
    const padding = top === cell.y ? cell.padding : none;
    const band = { ...cell, y: top, height: bottom - top, valign: 'top' as const, padding };
    const { marker, ...text } = paragraph;
    const textX = text.lines[0]?.x;
    if (!marker || textX === undefined) return [{ ...band, paragraphs: [text] }];
    const split = textX - CELL_PADDING;
    const number = { text: marker.text, lines: [marker] };
    return [
      { ...band, width: split - cell.x, paragraphs: [number] },
      { ...band, x: split, width: cell.x + cell.width - split, paragraphs: [text] },
    ];
  });
}

/** Of a text that no alignment puts near its place, as a letterhead under its logo: the room above it. */
function splitLowered(cell: PlacedCell, family: TypeFamily): readonly PlacedCell[] {
  const lines = cell.paragraphs.flatMap((paragraph) => paragraph.lines);
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return [cell];
  const top = toLineTop(first, family);
  const above = top - cell.y;
  const below = cell.y + cell.height - toLineTop(last, family) - last.size * LINE_HEIGHT;
  const isLowered =
    cell.valign === 'middle'
      ? above - below >= LOWERED
      : toVerticalFit(cell, family).error > BESIDE;
  if (!isLowered || above <= 0) return [cell];
  return [
    { ...cell, height: above, paragraphs: [] },
    { ...cell, y: top, height: cell.height - above, valign: 'top', padding: none },
  ];
}

/** Of a text that begins well inside its cell: the room before it. */
function splitIndented(cell: PlacedCell): readonly PlacedCell[] {
  const first = cell.paragraphs.flatMap((paragraph) => paragraph.lines)[0];
  if (first?.anchor !== 'start') return [cell];
  const before = first.x - CELL_PADDING - cell.x;
  if (before < BESIDE) return [cell];
  return [
    { ...cell, width: before, paragraphs: [] },
    { ...cell, x: cell.x + before, width: cell.width - before },
  ];
}

interface Band {
  readonly paragraph: SceneParagraph;
  readonly top: number;
  readonly bottom: number;
}

/** The cell from top to bottom, a band for each paragraph that says something. */
function toBands({ paragraphs, y, height }: SceneCell, family: TypeFamily): readonly Band[] {
  const said = paragraphs.flatMap((paragraph) =>
    paragraph.lines[0] ? [{ paragraph, first: paragraph.lines[0] }] : [],
  );
  const tops = said.map(({ first }, index) => (index === 0 ? y : toLineTop(first, family)));
  return said.map(({ paragraph }, index) => ({
    paragraph,
    top: tops[index] ?? y,
    bottom: tops[index + 1] ?? y + height,
  }));
}

/** Where a cell must begin for its first line to stand in its place. */
function toLineTop({ y, size }: TextLine, family: TypeFamily): number {
  return y - size * lineShapes[family].ascent - CELL_TOP;
}

/** A part has a rule where it touches the edge of the whole. */
function toSides(part: SceneCell, whole: SceneCell): Sides {
  const isRuled = whole.strokeWidth > 0;
  return {
    top: isRuled && part.y === whole.y,
    left: isRuled && part.x === whole.x,
    bottom: isRuled && part.y + part.height >= whole.y + whole.height - 0.01,
    right: isRuled && part.x + part.width >= whole.x + whole.width - 0.01,
  };
}
