import type { Identity, Step, StepText } from '#core/model/procedure.ts';
import type { ProposedEdit } from './proposedEdit.ts';

/** What people suggest about one procedure, and the rules of that. */
export interface Suggestions {
  /** By number. */
  readonly list: readonly Suggestion[];
  readonly rules: SuggestionRules;
}

export interface SuggestionRules {
  /** A suggestion may be made without saying whose it is. */
  readonly allowsAnonymous: boolean;
}

/** One suggestion with its thread and everything that was decided about it. Nothing of it is ever deleted. */
export interface Suggestion {
  readonly id: string;
  /** From 1, in the order in which they reached the server; what has not yet, stands behind. */
  readonly number: number;
  readonly target: SuggestionTarget;
  /** What the target was when the suggestion was made: it may be deleted later. */
  readonly place: TargetNote;
  readonly text: string;
  /** Earlier wordings, oldest first. */
  readonly earlierTexts: readonly string[];
  /** `null` for an anonymous one. */
  readonly author: Author | null;
  /** ISO, UTC: when it reached the server; until then, by the clock of its author. */
  readonly createdAt: string;
  /** Ids of the people whom it calls upon. */
  readonly mentions: readonly string[];
  /** Edits that would do what it says, applied together; empty for words alone. */
  readonly proposal: readonly ProposedEdit[];
  readonly replies: readonly Reply[];
  readonly status: SuggestionStatus;
  /** Oldest first; the last one counts. */
  readonly decisions: readonly Decision[];
  /** False while it is on its author's device alone. */
  readonly isSent: boolean;
}

export interface Author {
  /** Id of the account, or `guest:…`. */
  readonly id: string;
  readonly name: string;
  /** As the person said; empty where they did not. */
  readonly division: string;
}

export interface Reply {
  readonly id: string;
  readonly author: Author;
  readonly text: string;
  readonly mentions: readonly string[];
  readonly createdAt: string;
  readonly isSent: boolean;
}

export const suggestionStatuses = ['open', 'accepted', 'rejected', 'deferred'] as const;
export type SuggestionStatus = (typeof suggestionStatuses)[number];

export interface Decision {
  readonly id: string;
  readonly by: Author;
  readonly at: string;
  /** `open` opens it again. */
  readonly outcome: SuggestionStatus;
  readonly reason: string;
  /** Who shall see to it; empty for nobody in particular. */
  readonly responsible: string;
  /** ISO date. */
  readonly dueOn: string | null;
  /** What the target said before and after the edits that closed the suggestion. */
  readonly closing: Closing | null;
  readonly isSent: boolean;
}

/** `null` where the target was not there. */
export interface Closing {
  readonly before: TargetState | null;
  readonly after: TargetState | null;
}

/** What a target said at one moment. `row` is the step's number, from 1. */
export type TargetState =
  | { readonly kind: 'step'; readonly row: number; readonly step: Step }
  | {
      readonly kind: 'identity';
      readonly field: SuggestionIdentityField;
      readonly texts: readonly string[];
    };

/** Fields of the identity page that a suggestion can be about, in the order of the page. */
export const SUGGESTION_IDENTITY_FIELDS = [
  'logo',
  'unit',
  'title',
  'number',
  'createdOn',
  'revisedOn',
  'effectiveOn',
  'approver',
  'legalBasis',
  'qualifications',
  'relatedProcedures',
  'equipment',
  'warnings',
  'records',
] as const satisfies readonly (keyof Identity)[];
export type SuggestionIdentityField = (typeof SUGGESTION_IDENTITY_FIELDS)[number];

export type SuggestionTarget =
  | { readonly of: 'whole' }
  | { readonly of: 'step'; readonly step: string }
  | { readonly of: 'cell'; readonly step: string; readonly field: StepText }
  | { readonly of: 'symbol'; readonly symbol: string }
  | { readonly of: 'flow'; readonly flow: string }
  | { readonly of: 'identity'; readonly field: SuggestionIdentityField };

/** What a target was. */
export interface TargetNote {
  /** Id and number (from 1) of its step, or that where its arrow begins; `null` outside the steps. */
  readonly step: string | null;
  readonly row: number | null;
  /** The beginning of the step's activity, or of the field's text. */
  readonly text: string;
}

/** Bounds of the suggestions of one procedure; an edit beyond them is refused. */
export const suggestionLimits = {
  /** Length of a suggestion, a reply or a reason, in UTF-16 code units. */
  maxTextLength: 2000,
  maxNameLength: 200,
  maxSuggestions: 2000,
  /** Of one suggestion. */
  maxReplies: 200,
  maxWordings: 50,
  maxDecisions: 50,
  maxMentions: 20,
  maxProposedEdits: 50,
  /** Length of one entry as JSON, in UTF-16 code units. */
  maxEntryLength: 100_000,
  /** Length of what is kept of a target, in UTF-16 code units. */
  maxNoteLength: 200,
  /** Length of one text of a step before or after; what is longer is cut. */
  maxSnapshotText: 4000,
} as const;
