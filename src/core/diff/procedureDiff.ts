import type {
  Actor,
  Flow,
  IdentityDate,
  IdentityList,
  Step,
  StepSymbol,
} from '#core/model/procedure.ts';
import type { Settings } from '#core/model/settings.ts';
import type { Placed } from './order.ts';

/**
 * What leads from one procedure to another, as plain JSON. Ids are those of the later procedure. Symbols
 * that come or go together with their whole step are named only by it.
 */
export interface ProcedureDiff {
  /** Things that are the same by content but have other ids; absent where all ids agree. */
  readonly renamed?: Renamed;
  readonly identity: readonly IdentityChange[];
  readonly lists: readonly ListDiff[];
  readonly actors: ThingsDiff<Actor, Actor>;
  readonly steps: ThingsDiff<Step, StepFields>;
  readonly symbols: SymbolsDiff;
  readonly flows: ThingsDiff<Flow, Flow>;
  /** All settings as they were and are; absent where they are the same. */
  readonly settings?: { readonly before?: Settings; readonly after?: Settings };
}

/** Pairs of old and new ids. */
export interface Renamed {
  readonly actors: readonly IdPair[];
  readonly steps: readonly IdPair[];
  readonly symbols: readonly IdPair[];
  readonly flows: readonly IdPair[];
}

export interface IdPair {
  readonly before: string;
  readonly after: string;
}

export type IdentityField =
  | 'title'
  | 'number'
  | IdentityDate
  | 'position'
  | 'name'
  | 'nip'
  | 'logo';

/** `null` stands for a date or logo that is not there. */
export interface IdentityChange {
  readonly field: IdentityField;
  readonly before: string | null;
  readonly after: string | null;
}

/** Indices of removed entries and `from` count before, those of added ones and `to` after the change. */
export interface ListDiff {
  readonly list: IdentityList;
  readonly removed: readonly Placed<string>[];
  readonly added: readonly Placed<string>[];
  readonly moved: readonly { readonly from: number; readonly to: number }[];
  readonly changed: readonly {
    readonly from: number;
    readonly to: number;
    readonly before: string;
    readonly after: string;
  }[];
}

/** The texts of a step and whether its boxes are joined. */
export type StepFields = Omit<Step, 'symbols'>;

/** Of a row of things with ids: indices count as in a `ListDiff`. */
export interface ThingsDiff<T, Fields> {
  readonly removed: readonly Placed<T>[];
  readonly added: readonly Placed<T>[];
  readonly moved: readonly Moved<number>[];
  readonly changed: readonly Changed<Fields>[];
}

/** A thing that stands elsewhere among the others; no move is listed that others bring about. */
export interface Moved<Place> {
  readonly id: string;
  readonly from: Place;
  readonly to: Place;
}

/** The fields that differ, and only those; a field that is absent on one side is absent there. */
export interface Changed<Fields> {
  readonly id: string;
  readonly before: Partial<Fields>;
  readonly after: Partial<Fields>;
}

export interface SymbolsDiff {
  readonly removed: readonly PlacedSymbol[];
  readonly added: readonly PlacedSymbol[];
  /** To another step, or among the symbols of its step. */
  readonly moved: readonly Moved<SymbolPlace>[];
  readonly changed: readonly Changed<StepSymbol>[];
}

/** A step and the index among its symbols. */
export interface SymbolPlace {
  readonly step: string;
  readonly at: number;
}

export interface PlacedSymbol extends SymbolPlace {
  readonly symbol: StepSymbol;
}
