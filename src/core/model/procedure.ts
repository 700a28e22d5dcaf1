import type { Settings } from './settings.ts';

/** One SOP: its identity, its actors (columns), its steps (rows) and the flows between symbols. */
export interface Procedure {
  readonly identity: Identity;
  /** Columns, left to right. */
  readonly actors: readonly Actor[];
  /** Rows, top to bottom. */
  readonly steps: readonly Step[];
  readonly flows: readonly Flow[];
  readonly settings?: Settings;
}

/** What the identity page says. Dates are ISO (`2026-06-02`); `null` prints as "-". */
export interface Identity {
  readonly title: string;
  readonly number: string;
  /** Letterhead lines, top to bottom. */
  readonly unit: readonly string[];
  readonly createdOn: string | null;
  readonly revisedOn: string | null;
  readonly effectiveOn: string | null;
  readonly approver: Approver;
  readonly legalBasis: readonly string[];
  readonly qualifications: readonly string[];
  readonly relatedProcedures: readonly string[];
  readonly equipment: readonly string[];
  readonly warnings: readonly string[];
  readonly records: readonly string[];
  /** A `data:` URI of a PNG or SVG picture. */
  readonly logo?: string;
}

interface Approver {
  readonly position: string;
  readonly name: string;
  readonly nip: string;
}

export interface Actor {
  readonly id: string;
  readonly name: string;
  /** Adjacent actors of one group share a header cell above their names. */
  readonly group?: string;
}

export interface Step {
  readonly id: string;
  readonly activity: string;
  readonly requirements: string;
  /** As printed: "2 hari kerja". */
  readonly duration: string;
  readonly output: string;
  readonly notes: string;
  readonly symbols: readonly StepSymbol[];
  /** Its boxes are done together: drawn joined by a plain line. */
  readonly joint?: boolean;
}

export const SYMBOL_KINDS = ['terminator', 'process', 'decision'] as const;
export type SymbolKind = (typeof SYMBOL_KINDS)[number];

/** A shape in the cell where its step's row meets its actor's column. Ids are unique in the procedure. */
export interface StepSymbol {
  readonly id: string;
  readonly actor: string;
  readonly kind: SymbolKind;
  readonly text?: string;
}

/** An arrow from symbol to symbol (both are symbol ids). */
export interface Flow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label?: string;
  /** Where a person wants the arrow to run; the router keeps to it while it makes sense. */
  readonly route?: RouteHint;
}

export type Side = 'top' | 'right' | 'bottom' | 'left';

/** A person's wish for one arrow; what is absent the router decides. */
export interface RouteHint {
  /** The side of the symbol where the arrow leaves. */
  readonly exit?: Side;
  /** The side of the symbol where the arrow enters. */
  readonly entry?: Side;
  /** The gap in which its long vertical part runs: right of this actor; `null`: left of the first. */
  readonly channel?: string | null;
  /** The label's place along the arrow, 0 at its start, 1 at its head. */
  readonly labelAt?: number;
}

/** The identity's lists of texts. */
export const IDENTITY_LISTS = [
  'unit',
  'legalBasis',
  'qualifications',
  'relatedProcedures',
  'equipment',
  'warnings',
  'records',
] as const;
export type IdentityList = (typeof IDENTITY_LISTS)[number];

export const IDENTITY_DATES = ['createdOn', 'revisedOn', 'effectiveOn'] as const;
export type IdentityDate = (typeof IDENTITY_DATES)[number];

/** The texts of a step's row. */
export const STEP_TEXTS = ['activity', 'requirements', 'duration', 'output', 'notes'] as const;
export type StepText = (typeof STEP_TEXTS)[number];
