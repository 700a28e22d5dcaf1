/** What a measured page offers to the runner, as `window.bench`. */
interface BenchPage {
  /** Symbols in the page. */
  readonly count: () => number;
  /** Where the symbol that is dragged stands, in client pixels. */
  readonly target: () => { readonly x: number; readonly y: number };
  readonly view: () => BenchView;
  readonly setView: (view: BenchView) => void;
  /** Somebody else types a letter in one symbol. */
  readonly type: (turn: number) => void;
  /** Somebody else moves one symbol to another lane. */
  readonly move: (turn: number) => void;
}

export interface BenchView {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

declare global {
  interface Window {
    bench?: BenchPage;
  }
}

/** The place in the list of the symbol that a turn changes. */
export function toTurnIndex(turn: number, count: number): number {
  return 2 + ((turn * 37) % (count - 4));
}

/** The symbol that the pointer drags, near the top of the sheet. */
export const draggedIndex = 3;
