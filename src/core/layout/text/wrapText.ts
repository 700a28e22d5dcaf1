import { measureEm } from './measureText.ts';
import type { Piece, ShapedText, Word } from './shapeText.ts';

/** How a line goes on from the one before; where it isn't said, after a space. */
export type LineStart = 'paragraph' | 'inside-word';

/** A line of wrapped text; its width is in em. */
export interface WrappedLine extends Piece {
  readonly start?: LineStart;
}

/**
 * Breaks a text into lines at most `maxWidth` em wide: at spaces; inside a word after a hyphen or
 * slash where the word fills more than a line; between letters only where nothing else is possible.
 */
export function wrapText(shaped: ShapedText, maxWidth: number): readonly WrappedLine[] {
  const lines: WrappedLine[] = [];
  const wrapping: Wrapping = { shaped, maxWidth, lines, next: undefined };
  for (const words of shaped.paragraphs) wrapParagraph(words, wrapping);
  return lines.length === 1 && lines[0]?.text === '' ? [] : lines;
}

interface Wrapping {
  readonly shaped: ShapedText;
  readonly maxWidth: number;
  readonly lines: WrappedLine[];
  /** How the next line starts. */
  next: LineStart | undefined;
}

// Sums of the same widths in another order differ in the last bits.
const TOLERANCE = 1e-6;

function wrapParagraph(words: readonly Word[], wrapping: Wrapping): void {
  const { shaped } = wrapping;
  const maxWidth = wrapping.maxWidth + TOLERANCE;
  let line: Piece = { text: '', width: 0 };
  for (const word of words) {
    const joined = append(line, word, shaped.spaceWidth);
    if (joined.width <= maxWidth) line = joined;
    else if (word.width <= maxWidth) {
      if (line.text !== '') endLine(line, wrapping);
      line = word;
    } else line = breakWord(line, word, wrapping);
  }
  endLine(line, wrapping, 'paragraph');
}

function endLine({ text, width }: Piece, wrapping: Wrapping, next?: LineStart): void {
  const start = wrapping.next;
  wrapping.lines.push(start ? { text, width, start } : { text, width });
  wrapping.next = next;
}

/** Fills the current line and further ones with the word's parts; returns the last, unfinished line. */
function breakWord(start: Piece, word: Word, wrapping: Wrapping): Piece {
  const { shaped, maxWidth } = wrapping;
  let line = start;
  let space = shaped.spaceWidth;
  for (const part of word.parts) {
    const joined = append(line, part, space);
    if (joined.width <= maxWidth + TOLERANCE) line = joined;
    else {
      const isInside = space === 0;
      if (line.text !== '') endLine(line, wrapping, isInside ? 'inside-word' : undefined);
      const pieces = breakLetters(part, maxWidth, shaped.table);
      for (const piece of pieces.slice(0, -1)) endLine(piece, wrapping, 'inside-word');
      line = pieces.at(-1) ?? part;
    }
    space = 0;
  }
  return line;
}

function append(line: Piece, piece: Piece, space: number): Piece {
  if (line.text === '') return piece;
  return {
    text: space > 0 ? `${line.text} ${piece.text}` : line.text + piece.text,
    width: line.width + space + piece.width,
  };
}

/** Cuts a part that is wider than a line; a letter keeps its accents and an emoji its parts. */
function breakLetters(part: Piece, maxWidth: number, table: Float64Array): readonly Piece[] {
  if (part.width <= maxWidth + TOLERANCE) return [part];
  const pieces: Piece[] = [];
  let line: Piece = { text: '', width: 0 };
  for (const [letter] of part.text.matchAll(LETTERS)) {
    const joined = append(line, { text: letter, width: measureEm(letter, table) }, 0);
    if (joined.width > maxWidth && line.text !== '') {
      pieces.push(line);
      line = { text: letter, width: measureEm(letter, table) };
    } else line = joined;
  }
  pieces.push(line);
  return pieces;
}

/**
 * Breaks a text into lines of these widths, in em, from the first on; inside a word only after a
 * hyphen or slash where the word is wider than the line. Undefined when they do not hold all of it.
 */
export function wrapInto(
  shaped: ShapedText,
  widths: readonly number[],
): readonly WrappedLine[] | undefined {
  const lines: WrappedLine[] = [];
  const roomOf = (index: number) => (widths[index] ?? Number.NEGATIVE_INFINITY) + TOLERANCE;
  for (const [index, words] of shaped.paragraphs.entries()) {
    let line: WrappedLine = { text: '', width: 0, ...(index > 0 && { start: 'paragraph' }) };
    for (const word of words) {
      const isBroken = word.width > roomOf(lines.length + 1) && word.parts.length > 1;
      for (const [at, part] of (isBroken ? word.parts : [word]).entries()) {
        const joined = append(line, part, at === 0 ? shaped.spaceWidth : 0);
        if (joined.width <= roomOf(lines.length)) line = { ...line, ...joined };
        else {
          if (line.text === '') return undefined;
          lines.push(line);
          if (part.width > roomOf(lines.length)) return undefined;
          line = { text: part.text, width: part.width, ...(at > 0 && { start: 'inside-word' }) };
        }
      }
    }
    if (lines.length >= widths.length) return undefined;
    lines.push(line);
  }
  return lines;
}

const LETTERS = /.(?:\p{M}|\p{Emoji_Modifier}|\u200d.)*/gsu;

/** The first `maxLines` lines; the last of them ends in "…" when something was cut off. */
export function clipLines(
  lines: readonly WrappedLine[],
  maxLines: number,
  { shaped, maxWidth }: { readonly shaped: ShapedText; readonly maxWidth: number },
): readonly WrappedLine[] {
  if (lines.length <= maxLines) return lines;
  const kept = lines.slice(0, maxLines);
  const last = kept.pop();
  const letters = [...(last?.text ?? '')];
  while (letters.length > 0 && measureEm(`${letters.join('')}…`, shaped.table) > maxWidth)
    letters.pop();
  const text = `${letters.join('').trimEnd()}…`;
  return [...kept, { ...last, text, width: measureEm(text, shaped.table) }];
}
