import { createContext, use, useSyncExternalStore } from 'react';
import type { Pin } from '#core/suggestions/pins.ts';
import type { Store } from '#session/session.ts';

/** The pins that the views draw over the document. */
export interface PinBoard {
  readonly pins: readonly Pin[];
  /** The suggestion that is read at the moment. */
  readonly picked: string | null;
  /** What a pin is called, from the numbers on it. */
  readonly nameNumbers: (numbers: readonly number[]) => string;
}

/** Where the views find the pins, and where they say that one was pressed. */
export interface PinSource {
  readonly board: Store<PinBoard>;
  onPick(suggestion: string): void;
}

export const PinContext = createContext<PinSource | undefined>(undefined);

const nothing: PinBoard = { pins: [], picked: null, nameNumbers: String };
const never = () => () => undefined;

/** The pins, and what a press on one does; none outside a `PinContext`. */
export function usePins(): PinBoard & { readonly onPick: (suggestion: string) => void } {
  const source = use(PinContext);
  const board = useSyncExternalStore(source?.board.subscribe ?? never, () =>
    source ? source.board.get() : nothing,
  );
  return { ...board, onPick: (suggestion) => source?.onPick(suggestion) };
}
