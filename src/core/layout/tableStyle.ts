import type { SymbolKind } from '#core/model/procedure.ts';
import type { SymbolForm } from './fitSymbol.ts';
import type { PageSettings } from './settings.ts';
import type { TextStyle } from './text/measureText.ts';

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
  /** Text columns are wider than their longest word where there is room. */
  readonly isRoomy: boolean;
  /** Below 1 where even the smallest type is too large for the page. */
  readonly shrink: number;
}

/** How tightly the table is set: tried from the roomiest on until the page is wide enough. */
export interface Tightness {
  readonly typeSize: number;
  readonly symbolScale: number;
  readonly isRoomy: boolean;
  readonly shrink: number;
}

const SMALLEST_TYPE = 6;

/** From the document's own sizes down to 6 pt type and three quarters of the symbols' size. */
export function toTightnesses({ typeSizePt, symbolScale }: PageSettings): readonly Tightness[] {
  const levels: Tightness[] = [];
  for (let typeSize = typeSizePt; typeSize > SMALLEST_TYPE; typeSize -= 0.5)
    levels.push({ typeSize, symbolScale, isRoomy: true, shrink: 1 });
  const smallest = { typeSize: SMALLEST_TYPE, shrink: 1 };
  for (const share of [1, 0.9, 0.8, 0.75])
    levels.push({ ...smallest, symbolScale: symbolScale * share, isRoomy: share > 0.9 });
  return levels;
}

export function toTableStyle(tightness: Tightness, family: PageSettings['typeFamily']): TableStyle {
  const { shrink, isRoomy } = tightness;
  const size = tightness.typeSize * shrink;
  const symbol = tightness.symbolScale * shrink;
  const text = (textSize: number, weight: 'regular' | 'bold' = 'regular') =>
    ({ size: textSize, weight, family }) satisfies TextStyle;
  return {
    cellText: text(size),
    headText: text(size, 'bold'),
    symbolText: text(Math.min(size, 6 * symbol)),
    labelText: text(Math.min(size, Math.max(6 * shrink, size - 1))),
    letterText: text(7 * symbol, 'bold'),
    padX: 3.5 * shrink,
    padY: 3 * shrink,
    forms: toForms(symbol),
    pentagon: { width: 26 * symbol, height: 14 * symbol },
    bandHeight: 22 * symbol,
    stackGap: 12 * symbol,
    sideSpace: 6.5 * symbol,
    rowSpace: 8 * symbol,
    clearance: 4.5 * symbol,
    isRoomy,
    shrink,
  };
}

function toForms(scale: number): Readonly<Record<SymbolKind, SymbolForm>> {
  const form = (
    [minWidth, minHeight]: readonly [number, number],
    [maxWidth, maxHeight]: readonly [number, number],
    padding: number,
  ): SymbolForm => ({
    minWidth: minWidth * scale,
    minHeight: minHeight * scale,
    maxWidth: maxWidth * scale,
    maxHeight: maxHeight * scale,
    padding: padding * scale,
  });
  return {
    terminator: form([39, 18], [60, 34], 2),
    process: form([35, 18], [60, 38], 2),
    decision: form([41, 24], [64, 44], 1),
  };
}
