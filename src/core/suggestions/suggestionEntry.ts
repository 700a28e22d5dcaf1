import * as z from 'zod/mini';
import { isIsoDate } from '#core/model/dates.ts';
import { limits } from '#core/model/limits.ts';
import { STEP_TEXTS } from '#core/model/procedure.ts';
import { type ProposedEdit, proposedEditSchema } from './proposedEdit.ts';
import {
  type Closing,
  SUGGESTION_IDENTITY_FIELDS,
  type SuggestionStatus,
  type SuggestionTarget,
  suggestionLimits,
  suggestionStatuses,
  type TargetNote,
} from './suggestion.ts';

/** One thing that a person does with the suggestions, as plain JSON. */
export type SuggestionEdit =
  /** The suggestion's id becomes that of the entry. */
  | {
      readonly type: 'add';
      readonly target: SuggestionTarget;
      /** What `noteTarget` says of the target now. */
      readonly place: TargetNote;
      readonly text: string;
      readonly mentions: readonly string[];
      readonly proposal: readonly ProposedEdit[];
    }
  /** Its author alone, while it is open. */
  | { readonly type: 'reword'; readonly suggestion: string; readonly text: string }
  | {
      readonly type: 'reply';
      readonly suggestion: string;
      readonly text: string;
      readonly mentions: readonly string[];
    }
  | {
      readonly type: 'decide';
      readonly suggestion: string;
      readonly outcome: SuggestionStatus;
      readonly reason: string;
      readonly responsible: string;
      readonly dueOn: string | null;
      readonly closing: Closing | null;
    }
  | { readonly type: 'allowAnonymous'; readonly isAllowed: boolean };

/**
 * An edit with who made it when. Entries are only ever added, never changed: what the suggestions are
 * follows from all of them (`foldSuggestions.ts`).
 */
export interface SuggestionEntry {
  /** Id of the account, or `guest:…`; `null` for an anonymous suggestion. */
  readonly by: string | null;
  /** As the author's device knew it; that of the receipt counts. */
  readonly name: string;
  /** As the person said; empty where they did not. */
  readonly division: string;
  /** ISO, UTC, by the clock of the author's device. */
  readonly at: string;
  readonly edit: SuggestionEdit;
}

/** What the server says of an entry that it has taken. Nobody else writes these. */
export interface SuggestionReceipt {
  /** Grows with each entry that arrives: the order of everything. */
  readonly seq: number;
  /** ISO, UTC, by the clock of the server. */
  readonly at: string;
  /** The name of the author's account; empty for an anonymous suggestion. */
  readonly name: string;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused here
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;
const printable = z.refine<string>(
  (text) => !UNPRINTABLE.test(text),
  'holds a character that cannot be printed',
);
const filled = z.refine<string>((text) => text.trim() !== '', 'is empty');

const anyText = z.string().check(z.maxLength(suggestionLimits.maxTextLength), printable);
const text = anyText.check(filled);
const name = z.string().check(z.maxLength(suggestionLimits.maxNameLength), printable);
const id = z.string().check(z.minLength(1), z.maxLength(limits.maxIdLength), printable);
const row = z.int().check(z.minimum(1), z.maximum(limits.maxSteps));
const mentions = z.array(id).check(z.maxLength(suggestionLimits.maxMentions));
const identityField = z.enum(SUGGESTION_IDENTITY_FIELDS);
const time = z
  .string()
  .check(
    z.refine(
      (value) => !Number.isNaN(Date.parse(value)) && new Date(value).toISOString() === value,
      'expected a time like "2026-06-02T09:00:00.000Z"',
    ),
  );

export const suggestionTargetSchema = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('whole') }),
  z.strictObject({ of: z.literal('step'), step: id }),
  z.strictObject({ of: z.literal('cell'), step: id, field: z.enum(STEP_TEXTS) }),
  z.strictObject({ of: z.literal('symbol'), symbol: id }),
  z.strictObject({ of: z.literal('flow'), flow: id }),
  z.strictObject({ of: z.literal('identity'), field: identityField }),
]);

export const targetNoteSchema = z.strictObject({
  step: z.nullable(id),
  row: z.nullable(row),
  text: z.string().check(z.maxLength(suggestionLimits.maxNoteLength), printable),
});

const snapshotText = z.string().check(z.maxLength(suggestionLimits.maxSnapshotText), printable);

const targetState = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('step'),
    row,
    step: z.strictObject({
      id,
      activity: snapshotText,
      requirements: snapshotText,
      duration: snapshotText,
      output: snapshotText,
      notes: snapshotText,
      symbols: z
        .array(
          z.strictObject({
            id,
            actor: id,
            kind: z.enum(['terminator', 'process', 'decision']),
            text: z.optional(snapshotText),
          }),
        )
        .check(z.maxLength(limits.maxSymbolsPerStep)),
      joint: z.optional(z.boolean()),
    }),
  }),
  z.strictObject({
    kind: z.literal('identity'),
    field: identityField,
    texts: z.array(snapshotText).check(z.maxLength(limits.maxListItems)),
  }),
]);

export const closingSchema = z.strictObject({
  before: z.nullable(targetState),
  after: z.nullable(targetState),
});

const editSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('add'),
    target: suggestionTargetSchema,
    place: targetNoteSchema,
    text,
    mentions,
    proposal: z.array(proposedEditSchema).check(z.maxLength(suggestionLimits.maxProposedEdits)),
  }),
  z.strictObject({ type: z.literal('reword'), suggestion: id, text }),
  z.strictObject({ type: z.literal('reply'), suggestion: id, text, mentions }),
  z.strictObject({
    type: z.literal('decide'),
    suggestion: id,
    outcome: z.enum(suggestionStatuses),
    reason: anyText,
    responsible: name,
    dueOn: z.nullable(z.string().check(z.refine(isIsoDate, 'expected a date like "2026-06-02"'))),
    closing: z.nullable(closingSchema),
  }),
  z.strictObject({ type: z.literal('allowAnonymous'), isAllowed: z.boolean() }),
]);

const entrySchema = z.strictObject({
  by: z.nullable(id),
  name,
  division: name,
  at: time,
  edit: editSchema,
});

const receiptSchema = z.strictObject({ seq: z.int().check(z.minimum(1)), at: time, name });

export type EntryResult =
  | { readonly ok: true; readonly entry: SuggestionEntry }
  | { readonly ok: false; readonly problem: EntryProblem };

/** What is wrong with an entry, and where: `edit.text`, `is longer than 2000 characters`. */
export interface EntryProblem {
  readonly place: string;
  readonly message: string;
}

/** Reads an entry that came from outside. */
export function parseSuggestionEntry(input: unknown): EntryResult {
  const parsed = entrySchema.safeParse(input);
  if (!parsed.success) return { ok: false, problem: toProblem(parsed.error.issues[0]) };
  if (JSON.stringify(input).length > suggestionLimits.maxEntryLength)
    return fail('entry', `is longer than ${suggestionLimits.maxEntryLength} characters`);
  const { by, edit, name: writtenName } = parsed.data;
  if (by === null && edit.type !== 'add')
    return fail('by', 'is missing: only a new suggestion may be anonymous');
  if (by === null && writtenName !== '')
    return fail('name', 'is given for an anonymous suggestion');
  return { ok: true, entry: parsed.data as SuggestionEntry };
}

/** Reads a receipt; undefined when it is none. */
export function parseSuggestionReceipt(input: unknown): SuggestionReceipt | undefined {
  const parsed = receiptSchema.safeParse(input);
  return parsed.success ? parsed.data : undefined;
}

function fail(place: string, message: string): EntryResult {
  return { ok: false, problem: { place, message } };
}

function toProblem(issue: z.core.$ZodIssue | undefined): EntryProblem {
  const place = issue?.path.map(String).join('.') || 'entry';
  if (issue?.code === 'too_big' && issue.origin === 'string')
    return { place, message: `is longer than ${issue.maximum} characters` };
  if (issue?.code === 'too_big')
    return { place, message: `has more than ${issue.maximum} entries` };
  return { place, message: issue?.message || 'is not what an entry holds there' };
}
