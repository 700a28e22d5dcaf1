import type { SymbolBox } from '#core/layout/geometry.ts';

export interface NumberedSymbols {
  readonly symbols: readonly SymbolBox[];
  /** Row numbers, from 1, by step. */
  readonly numbers: ReadonlyMap<string, number>;
  /** The symbols of the step that is shown. */
  readonly own: ReadonlySet<string>;
  /** Of the digits, in pt of the sheet. */
  readonly size: number;
}

/** Of a bold digit, in parts of its size, with the air around it. */
const digitWidth = 0.62;
const digitHeight = 0.86;

/**
 * The symbols whose step numbers are written: as many as can be read, so that none lies on another. Where a
 * long flow is drawn small, the present step comes first, then both ends, the tens and the fives.
 */
export function findReadableNumbers({
  symbols,
  numbers,
  own,
  size,
}: NumberedSymbols): ReadonlySet<string> {
  const last = Math.max(...numbers.values());
  const rank = ({ symbol, step }: SymbolBox): number => {
    if (own.has(symbol)) return 0;
    const number = numbers.get(step) ?? 0;
    if (number === 1 || number === last) return 1;
    if (number % 10 === 0) return 2;
    return number % 5 === 0 ? 3 : 4;
  };
  const written: { readonly x: number; readonly y: number; readonly width: number }[] = [];
  const readable = new Set<string>();
  for (const box of symbols.toSorted((a, b) => rank(a) - rank(b))) {
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2;
    const width = String(numbers.get(box.step) ?? '').length * digitWidth * size;
    const isFree = written.every(
      (other) =>
        Math.abs(other.y - y) >= digitHeight * size ||
        Math.abs(other.x - x) >= (other.width + width) / 2,
    );
    if (!isFree) continue;
    written.push({ x, y, width });
    readable.add(box.symbol);
  }
  return readable;
}
