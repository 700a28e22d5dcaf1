import { isInvisible, REPLACEMENT } from './measureText.ts';
import { type FontWeight, getFallbackTable, getWidthTable, type TypeFamily } from './widthTable.ts';

/** A part of a line that one font draws in one direction. */
export interface TextRun {
  readonly text: string;
  /** The same, with a sign instead of what no shipped font has. */
  readonly drawable: string;
  readonly font: 'family' | 'fallback';
  /** Hebrew, Arabic and the like: its first letter stands at its right end. */
  readonly isRightToLeft: boolean;
}

type Unit = TextRun;

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const ACCENT = /(?![\ufe00-\ufe0f])\p{M}/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Cuts a line where the font or the direction changes; mostly it is one run in the family's font. */
export function toTextRuns(
  text: string,
  family: TypeFamily,
  weight: FontWeight,
): readonly TextRun[] {
  const table = getWidthTable(family, weight);
  if (isPlain(text, table)) return [{ text, drawable: text, font: 'family', isRightToLeft: false }];
  return joinUnits(joinNeutrals([...text].map((letter) => toUnit(letter, table))));
}

function isPlain(text: string, table: Float64Array): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    if ((table[character] ?? -1) < 0 || (character >= 0x0590 && character <= 0x08ff)) return false;
  }
  return true;
}

function toUnit(letter: string, table: Float64Array): Unit {
  const character = letter.codePointAt(0) ?? 0;
  const isRightToLeft = RIGHT_TO_LEFT.test(letter);
  if (character < table.length && (table[character] ?? -1) >= 0)
    return { text: letter, drawable: letter, font: 'family', isRightToLeft };
  return { text: letter, drawable: toDrawable(letter), font: 'fallback', isRightToLeft };
}

/** Accents are drawn though they add nothing to the line; joiners and selectors are not. */
function toDrawable(letter: string): string {
  const character = letter.codePointAt(0) ?? 0;
  if (isInvisible(character) && !ACCENT.test(letter)) return '';
  return (getFallbackTable()[character] ?? -1) >= 0 ? letter : REPLACEMENT;
}

/** Spaces and signs between two words that run to the left belong to them. */
function joinNeutrals(units: readonly Unit[]): readonly Unit[] {
  const joined = [...units];
  for (let start = 0; start < joined.length; start += 1) {
    const before = joined[start];
    if (!before?.isRightToLeft) continue;
    let end = start + 1;
    while (end < joined.length && isNeutral(joined[end])) end += 1;
    if (end === start + 1 || !joined[end]?.isRightToLeft) continue;
    for (let index = start + 1; index < end; index += 1) {
      const { text, drawable } = joined[index] ?? before;
      joined[index] = { text, drawable, font: before.font, isRightToLeft: true };
    }
  }
  return joined;
}

function isNeutral(unit: Unit | undefined): boolean {
  return unit !== undefined && !unit.isRightToLeft && !LETTER_OR_DIGIT.test(unit.text);
}

function joinUnits(units: readonly Unit[]): readonly TextRun[] {
  const runs: TextRun[] = [];
  for (const unit of units) {
    const last = runs.at(-1);
    const isJoining =
      last &&
      (unit.drawable === '' ||
        (last.font === unit.font && last.isRightToLeft === unit.isRightToLeft));
    if (!isJoining) runs.push(unit);
    else
      runs[runs.length - 1] = {
        ...last,
        text: last.text + unit.text,
        drawable: last.drawable + unit.drawable,
      };
  }
  return runs;
}

/** Whether any of the lines needs the fallback font. */
export function needsFallback(
  lines: Iterable<{ readonly text: string; readonly weight: FontWeight }>,
  family: TypeFamily,
): boolean {
  for (const { text, weight } of lines)
    if (toTextRuns(text, family, weight).some(({ font }) => font === 'fallback')) return true;
  return false;
}

/** The letters of a line that no shipped font has: a sign is drawn in their place. */
export function findUnknown(text: string, family: TypeFamily, weight: FontWeight): string[] {
  const table = getWidthTable(family, weight);
  if (isPlain(text, table)) return [];
  return [...text].filter(
    (letter) => letter !== REPLACEMENT && toUnit(letter, table).drawable === REPLACEMENT,
  );
}
