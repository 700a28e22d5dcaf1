import { measureEm } from './measureText.ts';
import { type FontWeight, getWidthTable, type TypeFamily } from './widthTable.ts';

/** A piece of text that stays on one line, with its width in em. */
export interface Piece {
  readonly text: string;
  readonly width: number;
}

/** A word; it may be broken between its parts when it is too long for a line. */
export interface Word extends Piece {
  readonly parts: readonly Piece[];
}

/** A text cut into words and measured once; it can then be wrapped at any size and width. */
export interface ShapedText {
  readonly paragraphs: readonly (readonly Word[])[];
  readonly spaceWidth: number;
  /** Width of the longest part, in em: a column at least so wide breaks no word. */
  readonly longestPart: number;
  /** Width of the longest paragraph on one line, in em. */
  readonly longestLine: number;
  readonly table: Float64Array;
}

export function shapeText(text: string, weight: FontWeight, family: TypeFamily): ShapedText {
  const table = getWidthTable(family, weight);
  const spaceWidth = measureEm(' ', table);
  let longestPart = 0;
  let longestLine = 0;
  const paragraphs = text
    .trimEnd()
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((paragraph) => {
      const words = toWords(paragraph, table);
      let line = -spaceWidth;
      for (const { width, parts } of words) {
        line += width + spaceWidth;
        for (const part of parts) longestPart = Math.max(longestPart, part.width);
      }
      longestLine = Math.max(longestLine, line);
      return words;
    });
  return { paragraphs, spaceWidth, longestPart, longestLine, table };
}

/** Two texts of one font, the second one in paragraphs below the first. */
export function joinTexts(above: ShapedText, below: ShapedText): ShapedText {
  return {
    ...above,
    paragraphs: [...above.paragraphs, ...below.paragraphs],
    longestPart: Math.max(above.longestPart, below.longestPart),
    longestLine: Math.max(above.longestLine, below.longestLine),
  };
}

// Not the no-break spaces (U+00A0, U+202F): a line never ends there.
const SPACES = /[\t\f\v \u1680\u2000-\u200a\u205f\u3000]+/;

// After a hyphen or slash between two longer halves: Kabupaten/|Kota, serta-|merta, but not a/n.
const INNER_BREAK = /(?<=[\p{L}\p{N}.)]{2}[-/\u2010\u2013])(?=[\p{L}\p{N}(]{2})/u;

// East Asian text has no spaces; it may break after any character.
const IDEOGRAPHS = /(?<=[\u2e80-\u9fff\uac00-\ud7a3\uff00-\uff60])/u;

function toWords(paragraph: string, table: Float64Array): readonly Word[] {
  const words: Word[] = [];
  for (const text of paragraph.split(SPACES)) {
    if (text === '') continue;
    if (BREAKABLE.test(text)) words.push(toBreakableWord(text, table));
    else {
      const width = measureEm(text, table);
      words.push({ text, width, parts: [{ text, width }] });
    }
  }
  return words;
}

const BREAKABLE = /[-/\u2010\u2013\u2e80-\u9fff\uac00-\ud7a3\uff00-\uff60]/;

function toBreakableWord(text: string, table: Float64Array): Word {
  const parts = text
    .split(INNER_BREAK)
    .flatMap((part) => part.split(IDEOGRAPHS))
    .map((part) => ({ text: part, width: measureEm(part, table) }));
  return { text, width: parts.reduce((sum, part) => sum + part.width, 0), parts };
}
