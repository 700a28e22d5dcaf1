import type { IdentityDate, IdentityList, StepText, SymbolKind } from '#core/model/procedure.ts';
import type { Settings } from '#core/model/settings.ts';
import type { WordPart } from './diffWords.ts';

/** What happened to a thing; drawn as +, −, ↕ and ~. */
export type Sign = 'added' | 'removed' | 'moved' | 'changed';

/** The difference between two procedures as a person reads it, without words of any language. */
export interface ChangeList {
  readonly identity: readonly IdentityEntry[];
  readonly actors: readonly ActorEntry[];
  /** From the first row to the last; a removed step follows the one that it stood behind. */
  readonly steps: readonly StepEntry[];
  readonly settings: readonly SettingEntry[];
  /** Nothing above, and yet the files differ: other ids, another order of the arrows. */
  readonly isOnlyWriting: boolean;
}

export type IdentityEntry =
  | {
      readonly of: 'text';
      readonly field: 'title' | 'number' | 'position' | 'name' | 'nip';
      readonly words: readonly WordPart[];
    }
  | {
      readonly of: 'date';
      readonly field: IdentityDate;
      /** ISO dates; `null` is none. */
      readonly before: string | null;
      readonly after: string | null;
    }
  | { readonly of: 'logo'; readonly sign: Sign }
  | { readonly of: 'list'; readonly list: IdentityList; readonly items: readonly ItemEntry[] };

/** Where a thing stands, counted from 1: afterwards, or before when it was removed. */
interface Place {
  readonly signs: readonly Sign[];
  readonly number: number;
  /** Its number before, when it moved. */
  readonly was?: number;
}

export interface ItemEntry extends Place {
  readonly words: readonly WordPart[];
}

export interface ActorEntry extends Place {
  readonly id: string;
  readonly name: readonly WordPart[];
  /** Only when it changed, or came along with a new actor. */
  readonly group?: readonly WordPart[];
}

export interface StepEntry extends Place {
  readonly id: string;
  readonly activity: readonly WordPart[];
  /** A new step's are all that it brings along; a removed one has none. */
  readonly details: readonly StepDetail[];
}

export type StepDetail =
  | {
      readonly of: 'text';
      readonly field: Exclude<StepText, 'activity'>;
      readonly words: readonly WordPart[];
    }
  | { readonly of: 'joint'; readonly isJoint: boolean }
  | SymbolDetail
  | FlowDetail;

/** One symbol of the step; what is absent did not change. */
export interface SymbolDetail {
  readonly of: 'symbol';
  readonly id: string;
  readonly sign: Sign;
  readonly symbol: SymbolName;
  /** The step has and had no other symbol. */
  readonly isOnly: boolean;
  /** The step that it came from. */
  readonly from?: StepName;
  /** Names of the actors. */
  readonly actor?: { readonly before: string; readonly after: string };
  readonly kind?: { readonly before: SymbolKind; readonly after: SymbolKind };
  readonly text?: readonly WordPart[];
}

/** An arrow, at the step where it leaves; what is absent did not change. */
export interface FlowDetail {
  readonly of: 'flow';
  readonly id: string;
  readonly sign: 'added' | 'removed' | 'changed';
  readonly label: readonly WordPart[];
  readonly to: StepName;
  readonly wasTo?: StepName;
  readonly wasFrom?: StepName;
  /** It leads from where it led to; `wasTo` and `wasFrom` are absent. */
  readonly isReversed: boolean;
  /** A person's wish for its way came, went or changed. */
  readonly hasOtherRoute: boolean;
}

/** A symbol in words: its kind and the name of its actor. */
export interface SymbolName {
  readonly kind: SymbolKind;
  readonly actor: string;
}

/** A step as it can be found afterwards, or before when it is gone. */
export interface StepName {
  readonly number: number;
  readonly isGone: boolean;
  readonly activity: string;
  /** Which symbol of the step is meant, when it has several. */
  readonly symbol?: SymbolName;
}

type SettingKey = keyof Settings;

/** A setting of the page; undefined is the default. */
export interface SettingEntry {
  readonly key: SettingKey;
  readonly before?: Settings[SettingKey];
  readonly after?: Settings[SettingKey];
}
