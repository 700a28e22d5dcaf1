import type { SymbolKind } from '#core/model/procedure.ts';
import type { SymbolForm } from './fitSymbol.ts';
import type { PageSettings } from './settings.ts';
import type { TextStyle } from './text/measureText.ts';

/**
 * `roomy`: arrows pass beside symbols at ease, and text columns are wider than their longest word.
 * `snug`: symbols fill their columns. `tight`: so do the words.
 */
type Spacing = 'roomy' | 'snug' | 'tight';

/** Every measure of the table, in pt. */
export interface TableStyle {
  readonly cellText: TextStyle;
  readonly headText: TextStyle;
  readonly symbolText: TextStyle;
  readonly labelText: TextStyle;
  readonly letterText: TextStyle;
  readonly padX: number;
  readonly padY: number;
  readonly forms: Readonly<Record<SymbolKind, SymbolForm>>;
  readonly pentagon: { readonly width: number; readonly height: number };
  /** Height of one row of pentagons. */
  readonly bandHeight: number;
  /** Space between two symbols of one cell. */
  readonly stackGap: number;
  /** Free beside, and above and below, the symbols of a cell. */
  readonly sideSpace: number;
  readonly rowSpace: number;
  /** Least distance of two arrows. */
  readonly clearance: number;
  readonly spacing: Spacing;
  /** Below 1 where even the smallest type is too large for the page. */
  readonly shrink: number;
}

/** How tightly the table is set: tried from the roomiest on until the page is wide enough. */
export interface Tightness {
  readonly typeSize: number;
  readonly symbolScale: number;
  readonly spacing: Spacing;
  readonly shrink: number;
}

const SMALLEST_TYPE = 6;

/** Type of this size or more is not made smaller for the sake of roomy columns. */
const ROOMY_TYPE = 7;

/** From the document's own sizes down to 6 pt type and three quarters of the symbols' size. */
export function toTightnesses({ typeSizePt, symbolScale }: PageSettings): readonly Tightness[] {
  const levels: Tightness[] = [];
  const add = (typeSize: number, spacing: Spacing, share = 1) =>
    levels.push({ typeSize, spacing, symbolScale: symbolScale * share, shrink: 1 });
  for (let size = typeSizePt; size >= SMALLEST_TYPE; size -= 0.5) {
    if (size >= ROOMY_TYPE || size === typeSizePt) add(size, 'roomy');
    if (size <= ROOMY_TYPE) add(size, 'snug');
  }
  for (const share of [0.9, 0.8]) add(SMALLEST_TYPE, 'snug', share);
  for (const share of [1, 0.9, 0.8, 0.75]) add(SMALLEST_TYPE, 'tight', share);
  return levels;
}

/** Symbols' type is not smaller than this unless the whole table is, in pt. */
const LEAST_SYMBOL_TYPE = 5.5;

const sideSpaces: Readonly<Record<Spacing, number>> = { roomy: 8.5, snug: 6.5, tight: 5.5 };

export function toTableStyle(tightness: Tightness, family: PageSettings['typeFamily']): TableStyle {
  const { shrink, spacing } = tightness;
  const size = tightness.typeSize * shrink;
  const symbol = tightness.symbolScale * shrink;
  const text = (textSize: number, weight: 'regular' | 'bold' = 'regular') =>
    ({ size: textSize, weight, family }) satisfies TextStyle;
  return {
    cellText: text(size),
    headText: text(size, 'bold'),
    symbolText: text(Math.min(size, Math.max(LEAST_SYMBOL_TYPE * shrink, 6 * symbol))),
    labelText: text(Math.min(size, Math.max(6 * shrink, size - 1))),
    letterText: text(7 * symbol, 'bold'),
    padX: (spacing === 'tight' ? 2.5 : 3.5) * shrink,
    padY: 3 * shrink,
    forms: toForms(symbol),
    pentagon: { width: 26 * symbol, height: 14 * symbol },
    bandHeight: 22 * symbol,
    stackGap: 12 * symbol,
    sideSpace: sideSpaces[spacing] * symbol,
    rowSpace: 8 * symbol,
    clearance: 4.5 * symbol,
    spacing,
    shrink,
  };
}

/** The sizes that a symbol's text may be set in, the usual one first. */
export function toSymbolSizes(size: number): readonly [number, ...number[]] {
  const smaller = Math.max(LEAST_SYMBOL_TYPE, size * 0.9);
  return smaller < size ? [size, smaller] : [size];
}

function toForms(scale: number): Readonly<Record<SymbolKind, SymbolForm>> {
  const form = (
    [minWidth, minHeight]: readonly [number, number],
    [maxWidth, maxHeight, tallest]: readonly [number, number, number],
    padding: number,
  ): SymbolForm => ({
    minWidth: minWidth * scale,
    minHeight: minHeight * scale,
    maxWidth: maxWidth * scale,
    maxHeight: maxHeight * scale,
    tallest: tallest * scale,
    padding: padding * scale,
  });
  return {
    terminator: form([39, 18], [60, 34, 45], 2),
    process: form([35, 18], [60, 38, 45], 2),
    decision: form([41, 24], [64, 44, 60], 2),
  };
}
