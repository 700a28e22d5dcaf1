import type {
  IdentityDate,
  IdentityList,
  Procedure,
  RouteHint,
  StepSymbol,
  StepText,
  SymbolKind,
} from '#core/model/procedure.ts';
import type { Settings } from '#core/model/settings.ts';

/**
 * A text inside the procedure that a person types. `setText` replaces it, `spliceText` changes a
 * part of it, which keeps both persons' words when two type in the same place.
 */
export type TextTarget =
  | { readonly of: 'title' }
  | { readonly of: 'number' }
  | { readonly of: 'approver'; readonly field: 'position' | 'name' | 'nip' }
  | { readonly of: 'item'; readonly list: IdentityList; readonly index: number }
  | { readonly of: 'actor'; readonly actor: string }
  | { readonly of: 'group'; readonly actor: string }
  | { readonly of: 'step'; readonly step: string; readonly field: StepText }
  | { readonly of: 'symbol'; readonly symbol: string }
  | { readonly of: 'label'; readonly flow: string };

/** Where a row or column goes: before or after another, or at the very end. */
export type Place =
  | { readonly before: string }
  | { readonly after: string }
  | { readonly at: 'end' };

/**
 * One user action, as plain JSON. The caller chooses new ids (`#core/edit/newId.ts`), so that the same
 * edit gives the same result everywhere.
 */
export type Edit =
  // Texts
  | { readonly type: 'setText'; readonly target: TextTarget; readonly text: string }
  | {
      readonly type: 'spliceText';
      readonly target: TextTarget;
      /** Offset and length in UTF-16 code units. */
      readonly at: number;
      readonly remove: number;
      readonly insert: string;
    }
  // Identity
  | { readonly type: 'setDate'; readonly field: IdentityDate; readonly date: string | null }
  | {
      readonly type: 'addItem';
      readonly list: IdentityList;
      readonly index: number;
      readonly text: string;
    }
  | { readonly type: 'removeItem'; readonly list: IdentityList; readonly index: number }
  | {
      readonly type: 'moveItem';
      readonly list: IdentityList;
      readonly from: number;
      /** Its index after the move. */
      readonly to: number;
    }
  // Actors
  | {
      readonly type: 'addActor';
      readonly actor: { readonly id: string; readonly name: string; readonly group?: string };
      readonly place: Place;
    }
  | { readonly type: 'moveActor'; readonly actor: string; readonly place: Place }
  /** Its symbols go too, healed like removed steps. */
  | { readonly type: 'removeActor'; readonly actor: string }
  /** Puts the actors under one group header; an empty text takes them out of theirs. */
  | { readonly type: 'groupActors'; readonly actors: readonly string[]; readonly group: string }
  // Steps
  /**
   * A new row. With `link`, the flow stays connected: prev → new → next replaces prev → next, where
   * prev is `link.after` or else the last symbol of the row above. The old flow keeps its id, start and
   * label; `link.flow` is the id of the added one. Without an exit, prev → new is drawn; a decision's
   * exit is split only when it leads to the next row, else it gets one more exit.
   */
  | {
      readonly type: 'addStep';
      readonly step: {
        readonly id: string;
        readonly activity?: string;
        readonly symbols: readonly StepSymbol[];
      };
      readonly place: Place;
      readonly link?: { readonly flow: string; readonly after?: string };
    }
  /** A copy below the original: texts and symbols, no flows. `symbols` are the copies' ids, in order. */
  | {
      readonly type: 'duplicateStep';
      readonly step: string;
      readonly id: string;
      readonly symbols: readonly string[];
    }
  | { readonly type: 'moveStep'; readonly step: string; readonly place: Place }
  /** Joins its neighbours when exactly that keeps the flow: what came in goes on to where it led. */
  | { readonly type: 'removeStep'; readonly step: string }
  | { readonly type: 'setJoint'; readonly step: string; readonly joint: boolean }
  // Symbols
  | { readonly type: 'addSymbol'; readonly step: string; readonly symbol: StepSymbol }
  | { readonly type: 'setSymbolKind'; readonly symbol: string; readonly kind: SymbolKind }
  /** To another cell: another step, another actor, or both. */
  | {
      readonly type: 'moveSymbol';
      readonly symbol: string;
      readonly step: string;
      readonly actor: string;
    }
  | { readonly type: 'removeSymbol'; readonly symbol: string }
  // Flows
  | {
      readonly type: 'connect';
      readonly flow: {
        readonly id: string;
        readonly from: string;
        readonly to: string;
        readonly label?: string;
      };
    }
  | { readonly type: 'reverseFlow'; readonly flow: string }
  | {
      readonly type: 'retargetFlow';
      readonly flow: string;
      readonly end: 'from' | 'to';
      readonly symbol: string;
    }
  | { readonly type: 'removeFlow'; readonly flow: string }
  /** A person's wish for the arrow's way; `null` leaves it to the router again. */
  | { readonly type: 'setRoute'; readonly flow: string; readonly route: RouteHint | null }
  /** "Rapikan": every arrow's way is the router's again. */
  | { readonly type: 'tidyRoutes' }
  // The printed document
  /** `null` takes a key back to its default. */
  | {
      readonly type: 'changeSettings';
      readonly settings: { readonly [K in keyof Settings]: Settings[K] | null };
    }
  | { readonly type: 'setLogo'; readonly logo: string | null }
  /** Several edits as one action: all or none; one undo step. */
  | { readonly type: 'batch'; readonly edits: readonly Edit[] };

/** Why an edit is impossible. Each code is explained in docs/errors.md. */
export type RejectionCode =
  | 'unknown-step'
  | 'unknown-symbol'
  | 'unknown-actor'
  | 'unknown-flow'
  | 'unknown-item'
  | 'duplicate-id'
  | 'duplicate-flow'
  | 'self-flow'
  | 'bad-id'
  | 'bad-date'
  | 'bad-range'
  | 'bad-route'
  | 'bad-setting'
  | 'bad-picture'
  | 'too-many'
  | 'too-long'
  | 'read-only';

export interface Rejection {
  readonly code: RejectionCode;
  /** English, for logs and tests; the interface translates the code. */
  readonly message: string;
}

export type EditResult =
  | { readonly ok: true; readonly procedure: Procedure }
  | { readonly ok: false; readonly rejection: Rejection };
