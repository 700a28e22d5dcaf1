import { type Suggestion, type Suggestions, suggestionLimits } from './suggestion.ts';
import type { SuggestionEdit, SuggestionEntry } from './suggestionEntry.ts';

/** Who writes, and what their role lets them do. */
export interface SuggestionWriter {
  /** Id of the account, or `guest:…`. */
  readonly id: string;
  readonly maySuggest: boolean;
  /** Decide about suggestions, and set their rules. */
  readonly maySettle: boolean;
}

/** Why an entry is not taken. Each code is explained in docs/errors.md. */
export const suggestionRejectionCodes = [
  'not-allowed',
  'not-yours',
  'wrong-author',
  'no-anonymous',
  'already-decided',
  'unknown-suggestion',
  'too-many',
  'bad-entry',
] as const;
type SuggestionRejectionCode = (typeof suggestionRejectionCodes)[number];

export interface SuggestionRejection {
  readonly code: SuggestionRejectionCode;
  /** English, for logs and tests; the interface translates the code. */
  readonly message: string;
}

/**
 * Why this person may not add this entry to these suggestions; undefined when they may. The page asks it
 * before it writes, and the server before it takes what was written.
 */
export function checkEntry(
  suggestions: Suggestions,
  entry: SuggestionEntry,
  writer: SuggestionWriter,
): SuggestionRejection | undefined {
  return (
    checkAuthor(suggestions, entry, writer) ??
    checkRole(entry.edit, writer) ??
    checkEdit(suggestions, entry)
  );
}

function checkAuthor(
  { rules }: Suggestions,
  { by }: SuggestionEntry,
  writer: SuggestionWriter,
): SuggestionRejection | undefined {
  if (by === null)
    return rules.allowsAnonymous
      ? undefined
      : { code: 'no-anonymous', message: 'Anonymous suggestions are not allowed here.' };
  return by === writer.id
    ? undefined
    : { code: 'wrong-author', message: 'An entry names the account that writes it.' };
}

function checkRole(
  edit: SuggestionEdit,
  { maySuggest, maySettle }: SuggestionWriter,
): SuggestionRejection | undefined {
  const isSettling = edit.type === 'decide' || edit.type === 'allowAnonymous';
  return (isSettling ? maySettle : maySuggest)
    ? undefined
    : { code: 'not-allowed', message: `The role does not allow "${edit.type}".` };
}

function checkEdit(
  { list }: Suggestions,
  { by, edit }: SuggestionEntry,
): SuggestionRejection | undefined {
  if (edit.type === 'allowAnonymous') return undefined;
  if (edit.type === 'add')
    return checkRoom(list.length, suggestionLimits.maxSuggestions, 'suggestions');
  const suggestion = list.find(({ id }) => id === edit.suggestion);
  if (!suggestion)
    return { code: 'unknown-suggestion', message: `There is no suggestion "${edit.suggestion}".` };
  switch (edit.type) {
    case 'reply':
      return checkRoom(suggestion.replies.length, suggestionLimits.maxReplies, 'replies');
    case 'decide':
      return checkRoom(suggestion.decisions.length, suggestionLimits.maxDecisions, 'decisions');
    case 'reword':
      return checkReword(suggestion, by);
  }
}

function checkReword(suggestion: Suggestion, by: string | null): SuggestionRejection | undefined {
  if (suggestion.author === null || suggestion.author.id !== by)
    return { code: 'not-yours', message: 'Only its author rewords a suggestion.' };
  if (suggestion.status !== 'open')
    return { code: 'already-decided', message: 'What was decided is not reworded.' };
  return checkRoom(suggestion.earlierTexts.length + 1, suggestionLimits.maxWordings, 'wordings');
}

function checkRoom(count: number, most: number, what: string): SuggestionRejection | undefined {
  return count < most
    ? undefined
    : { code: 'too-many', message: `There are ${most} ${what}, which is the most.` };
}
