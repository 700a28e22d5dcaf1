import type { SceneCell, SceneParagraph } from '#core/export/scene.ts';
import type { TextLine } from '#core/layout/geometry.ts';
import { LINE_HEIGHT } from './cellText.ts';
import type { PlacedCell } from './printedSheets.ts';

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
}

/** From the top of a line down to its baseline, in em. */
const BASELINE = 0.93;
/** So much more above a text than below it is no rounding, in pt. */
const LOWERED = 6;
const none = { x: 0, y: 0 };
/** What a spreadsheet leaves free left of a text, in pt. */
const CELL_PADDING = 1;

/** The parts that a person would make of a cell in a spreadsheet; of most, the whole. */
export function splitCell(cell: PlacedCell): readonly CellPart[] {
  const parts = splitList(cell) ?? splitLowered(cell) ?? [cell];
  return parts.map((part) => ({ cell: part, sides: toSides(part, cell) }));
}

/**
 * Of a numbered list: a row for each paragraph, and the numbers in a column of their own, so that
 * long entries hang beside them.
 */
function splitList(cell: PlacedCell): readonly PlacedCell[] | undefined {
  const listed = cell.paragraphs.find(
    ({ marker, lines }) => marker && lines[0]?.anchor === 'start',
  );
  const textX = listed?.lines[0]?.x;
  if (textX === undefined) return undefined;
  const split = textX - CELL_PADDING;
  return toBands(cell).flatMap(({ paragraph, top, bottom }) => {
    const padding = top === cell.y ? cell.padding : none;
    const band = { ...cell, y: top, height: bottom - top, valign: 'top' as const, padding };
    const { marker, ...text } = paragraph;
    if (!marker) return [{ ...band, paragraphs: [text] }];
    const number = { text: marker.text, lines: [marker] };
    return [
      { ...band, width: split - cell.x, align: 'end' as const, paragraphs: [number] },
      { ...band, x: split, width: cell.x + cell.width - split, paragraphs: [text] },
    ];
  });
}

/** Of a text that stands below the middle, as a letterhead under its logo: the room above it. */
function splitLowered(cell: PlacedCell): readonly PlacedCell[] | undefined {
  const lines = cell.paragraphs.flatMap((paragraph) => paragraph.lines);
  const [first, last] = [lines[0], lines.at(-1)];
  if (cell.valign !== 'middle' || !first || !last) return undefined;
  const top = toLineTop(first, cell.y);
  const above = top - cell.y;
  const below = cell.y + cell.height - toLineTop(last, 0) - last.size * LINE_HEIGHT;
  if (above - below < LOWERED) return undefined;
  return [
    { ...cell, height: above, paragraphs: [] },
    { ...cell, y: top, height: cell.height - above, valign: 'top', padding: none },
  ];
}

interface Band {
  readonly paragraph: SceneParagraph;
  readonly top: number;
  readonly bottom: number;
}

/** The cell from top to bottom, a band for each paragraph that says something. */
function toBands({ paragraphs, y, height }: SceneCell): readonly Band[] {
  const said = paragraphs.filter(({ lines }) => lines.length > 0);
  const tops = said.map(({ lines }, index) => (index === 0 ? y : toLineTop(lines[0], y)));
  return said.map((paragraph, index) => ({
    paragraph,
    top: tops[index] ?? y,
    bottom: tops[index + 1] ?? y + height,
  }));
}

function toLineTop(line: TextLine | undefined, top: number): number {
  return line ? line.y - line.size * BASELINE : top;
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
