import type { SceneCell, SceneParagraph } from '#core/export/scene.ts';
import type { TextLine } from '#core/layout/geometry.ts';
import type { PlacedCell } from './printedSheets.ts';

/** Sides of a cell that have a rule. */
export interface Sides {
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
const none = { x: 0, y: 0 };
/** What a spreadsheet leaves free left of a text, in pt. */
const CELL_PADDING = 1;

/**
 * A cell with a numbered list as a person sets it in a spreadsheet: a row for each paragraph, and the
 * numbers in a column of their own, so that long entries hang beside them. Any other cell as it is.
 */
export function splitList(cell: PlacedCell): readonly CellPart[] {
  const textX = cell.paragraphs.find(({ marker, lines }) => marker && lines[0]?.anchor === 'start')
    ?.lines[0]?.x;
  if (textX === undefined) return [{ cell, sides: toSides(cell, cell) }];
  const split = textX - CELL_PADDING;
  return toBands(cell)
    .flatMap(({ paragraph, top, bottom }) => {
      const band = { ...cell, y: top, height: bottom - top, valign: 'top' as const, padding: none };
      const { marker, ...text } = paragraph;
      if (!marker) return [{ cell: { ...band, paragraphs: [text] } }];
      const numbers = { ...band, width: split - cell.x, align: 'end' as const };
      const texts = { ...band, x: split, width: cell.x + cell.width - split };
      return [
        { cell: { ...numbers, paragraphs: [{ text: marker.text, lines: [marker] }] } },
        { cell: { ...texts, paragraphs: [text] } },
      ];
    })
    .map((part) => ({ ...part, sides: toSides(part.cell, cell) }));
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
