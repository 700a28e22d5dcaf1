import {
  type Author,
  type Decision,
  type Reply,
  type Suggestion,
  type SuggestionRules,
  type Suggestions,
  suggestionLimits,
} from './suggestion.ts';
import type { SuggestionEdit, SuggestionEntry, SuggestionReceipt } from './suggestionEntry.ts';

/** An entry under its id, with the server's receipt once it has one. */
export interface FiledEntry {
  readonly id: string;
  readonly entry: SuggestionEntry;
  readonly receipt: SuggestionReceipt | undefined;
}

type FiledAs<Type extends SuggestionEdit['type']> = FiledEntry & {
  readonly entry: { readonly edit: Extract<SuggestionEdit, { readonly type: Type }> };
};

/** One suggestion's entries, in order; the first makes it. */
export interface SuggestionFile {
  readonly first: FiledAs<'add'>;
  readonly others: readonly FiledEntry[];
}

/**
 * What the entries make together. It depends on nothing but the set of them, so that everybody sees the
 * same; what makes no sense (a reply to nothing, a rewording by somebody else) is left out.
 */
export function foldSuggestions(entries: readonly FiledEntry[]): Suggestions {
  const ordered = orderEntries(entries);
  return {
    list: fileEntries(ordered).map((file, index) => buildSuggestion(file, index + 1)),
    rules: foldRules(ordered),
  };
}

/** In the order in which they arrived at the server; what has not yet arrived comes behind, by its clock. */
export function orderEntries(entries: readonly FiledEntry[]): readonly FiledEntry[] {
  return [...entries].sort(
    (a, b) =>
      (a.receipt?.seq ?? Number.POSITIVE_INFINITY) - (b.receipt?.seq ?? Number.POSITIVE_INFINITY) ||
      compareTexts(a.entry.at, b.entry.at) ||
      compareTexts(a.id, b.id),
  );
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Puts ordered entries into one file a suggestion, by number. */
export function fileEntries(ordered: readonly FiledEntry[]): readonly SuggestionFile[] {
  const others = new Map<string, FiledEntry[]>();
  const firsts = ordered.filter((filed) => isOf(filed, 'add'));
  const files = firsts.slice(0, suggestionLimits.maxSuggestions).map((first) => {
    const own: FiledEntry[] = [];
    others.set(first.id, own);
    return { first, others: own };
  });
  for (const filed of ordered) {
    const { edit } = filed.entry;
    if ('suggestion' in edit) others.get(edit.suggestion)?.push(filed);
  }
  return files;
}

/** The last word about the rules. */
export function foldRules(ordered: readonly FiledEntry[]): SuggestionRules {
  const last = ordered.findLast((filed) => isOf(filed, 'allowAnonymous'));
  return { allowsAnonymous: last?.entry.edit.isAllowed ?? false };
}

/** The suggestion that a file makes. */
export function buildSuggestion({ first, others }: SuggestionFile, number: number): Suggestion {
  const { target, place, mentions, proposal, text } = first.entry.edit;
  const start: Suggestion = {
    id: first.id,
    number,
    target,
    place,
    text,
    earlierTexts: [],
    author: toAuthor(first),
    createdAt: timeOf(first),
    mentions,
    proposal,
    replies: [],
    status: 'open',
    decisions: [],
    isSent: first.receipt !== undefined,
  };
  return others.reduce(extendSuggestion, start);
}

/** The suggestions once one more entry has come behind all others; the same where it changes nothing. */
export function addEntry(suggestions: Suggestions, filed: FiledEntry): Suggestions {
  const { list, rules } = suggestions;
  if (isOf(filed, 'add')) {
    const added = buildSuggestion({ first: filed, others: [] }, list.length + 1);
    return list.length < suggestionLimits.maxSuggestions
      ? { list: [...list, added], rules }
      : suggestions;
  }
  if (isOf(filed, 'allowAnonymous')) return { list, rules: foldRules([filed]) };
  const { edit } = filed.entry;
  const about = 'suggestion' in edit ? edit.suggestion : undefined;
  const changed = list.map((each) => (each.id === about ? extendSuggestion(each, filed) : each));
  return changed.every((each, index) => each === list[index])
    ? suggestions
    : { list: changed, rules };
}

/** A suggestion with one more entry about it. */
function extendSuggestion(suggestion: Suggestion, filed: FiledEntry): Suggestion {
  const { author, status, text, earlierTexts, replies, decisions } = suggestion;
  if (isOf(filed, 'reword')) {
    const mayReword = author !== null && author.id === filed.entry.by && status === 'open';
    if (!mayReword || earlierTexts.length + 1 >= suggestionLimits.maxWordings) return suggestion;
    return {
      ...suggestion,
      text: filed.entry.edit.text,
      earlierTexts: [...earlierTexts, text],
    };
  }
  if (isOf(filed, 'reply'))
    return replies.length < suggestionLimits.maxReplies
      ? { ...suggestion, replies: [...replies, toReply(filed)] }
      : suggestion;
  if (isOf(filed, 'decide') && decisions.length < suggestionLimits.maxDecisions) {
    const decision = toDecision(filed);
    return { ...suggestion, status: decision.outcome, decisions: [...decisions, decision] };
  }
  return suggestion;
}

function toReply(filed: FiledAs<'reply'>): Reply {
  const { text, mentions } = filed.entry.edit;
  return {
    id: filed.id,
    author: toAuthor(filed) ?? nobody,
    text,
    mentions,
    createdAt: timeOf(filed),
    isSent: filed.receipt !== undefined,
  };
}

function toDecision(filed: FiledAs<'decide'>): Decision {
  const { outcome, reason, responsible, dueOn, closing } = filed.entry.edit;
  return {
    id: filed.id,
    by: toAuthor(filed) ?? nobody,
    at: timeOf(filed),
    outcome,
    reason,
    responsible,
    dueOn,
    closing,
    isSent: filed.receipt !== undefined,
  };
}

const nobody: Author = { id: '', name: '', division: '' };

function toAuthor({ entry, receipt }: FiledEntry): Author | null {
  if (entry.by === null) return null;
  return { id: entry.by, name: receipt?.name ?? entry.name, division: entry.division };
}

function timeOf({ entry, receipt }: FiledEntry): string {
  return receipt?.at ?? entry.at;
}

function isOf<Type extends SuggestionEdit['type']>(
  filed: FiledEntry,
  type: Type,
): filed is FiledAs<Type> {
  return filed.entry.edit.type === type;
}
