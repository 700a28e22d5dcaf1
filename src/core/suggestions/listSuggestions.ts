import type { Procedure } from '#core/model/procedure.ts';
import type { Decision, Suggestion, SuggestionStatus } from './suggestion.ts';
import { locateTarget } from './targets.ts';

/** What to show; a part that is absent shows everything. */
export interface SuggestionFilter {
  readonly status?: SuggestionStatus;
  /** Made by this account, or calls upon it. */
  readonly person?: string;
  readonly division?: string;
}

/** The suggestions that pass, in their order. */
export function filterSuggestions(
  list: readonly Suggestion[],
  { status, person, division }: SuggestionFilter,
): readonly Suggestion[] {
  return list.filter(
    (suggestion) =>
      (status === undefined || suggestion.status === status) &&
      (person === undefined || concerns(suggestion, person)) &&
      (division === undefined || suggestion.author?.division === division),
  );
}

function concerns({ author, mentions, replies }: Suggestion, person: string): boolean {
  return (
    author?.id === person ||
    mentions.includes(person) ||
    replies.some((reply) => reply.author.id === person || reply.mentions.includes(person))
  );
}

/** What its owner still has to decide: the open and the deferred, the earliest due first. */
export function listUnsettled(list: readonly Suggestion[]): readonly Suggestion[] {
  const dueOf = ({ decisions }: Suggestion) => decisions.at(-1)?.dueOn ?? '9999';
  return list
    .filter(({ status }) => status === 'open' || status === 'deferred')
    .sort((a, b) => dueOf(a).localeCompare(dueOf(b), 'en') || a.number - b.number);
}

/** The divisions of those who suggested something, by name. */
export function listDivisions(list: readonly Suggestion[]): readonly string[] {
  const divisions = new Set(list.map(({ author }) => author?.division ?? ''));
  divisions.delete('');
  return [...divisions].sort((a, b) => a.localeCompare(b, 'id'));
}

/** One line of the minutes, as plain data. */
export interface SuggestionRow {
  readonly number: number;
  /** The step's number now, or when the suggestion was made if the step is gone; `null` outside the steps. */
  readonly row: number | null;
  readonly isTargetRemoved: boolean;
  readonly about: Suggestion['target'];
  readonly place: string;
  readonly text: string;
  /** Empty for an anonymous one. */
  readonly author: string;
  readonly division: string;
  readonly createdAt: string;
  readonly replies: readonly { readonly author: string; readonly text: string }[];
  readonly status: SuggestionStatus;
  /** The one that counts. */
  readonly decision: Decision | null;
  /** Everything that was decided before it, oldest first. */
  readonly earlierDecisions: readonly Decision[];
}

/** The suggestions as lines of the minutes, by number. */
export function suggestionRows(
  list: readonly Suggestion[],
  procedure: Procedure,
): readonly SuggestionRow[] {
  return list.map((suggestion) => {
    const found = locateTarget(procedure, suggestion);
    return {
      number: suggestion.number,
      row: found.state === 'removed' ? suggestion.place.row : found.row,
      isTargetRemoved: found.state !== 'there',
      about: suggestion.target,
      place: suggestion.place.text,
      text: suggestion.text,
      author: suggestion.author?.name ?? '',
      division: suggestion.author?.division ?? '',
      createdAt: suggestion.createdAt,
      replies: suggestion.replies.map(({ author, text }) => ({ author: author.name, text })),
      status: suggestion.status,
      decision: suggestion.decisions.at(-1) ?? null,
      earlierDecisions: suggestion.decisions.slice(0, -1),
    };
  });
}
