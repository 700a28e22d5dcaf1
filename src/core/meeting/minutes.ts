import { listChanges } from '#core/diff/listChanges.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { type SuggestionRow, suggestionRows } from '#core/suggestions/listSuggestions.ts';
import type { Suggestion } from '#core/suggestions/suggestion.ts';
import { type MinutesAnnex, toAnnexes } from './annexes.ts';
import { type ChangeLine, toChangeLines } from './changeLines.ts';
import type { AgendaItem, AttendanceEntry, Choice, Meeting, Vote } from './meeting.ts';

/** What a meeting decided, as data: what the minutes say, whatever they are written as. */
export interface Minutes {
  readonly title: string;
  readonly office: readonly string[];
  /** That of the first SOP that has one, as a `data:` URI. */
  readonly logo: string | undefined;
  readonly place: string;
  /** Day and time at the office for which it was planned. */
  readonly scheduledOn: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly chair: string;
  /** Empty where nobody was named. */
  readonly noteTaker: string;
  readonly attendance: readonly Attendance[];
  readonly items: readonly MinutesItem[];
  /** Votes that were about no item. */
  readonly votes: readonly MinutesVote[];
  readonly notes: string;
  /** Drawn behind them in the files. */
  readonly annexes: readonly MinutesAnnex[];
}

export interface MinutesItem {
  readonly title: string;
  readonly presenter: string;
  readonly plannedMinutes: number;
  readonly spentMinutes: number;
  readonly wasDiscussed: boolean;
  readonly hasProcedure: boolean;
  readonly suggestions: readonly SuggestionRow[];
  /** Null where the states before and after were not both kept. */
  readonly changes: readonly ChangeLine[] | null;
  readonly votes: readonly MinutesVote[];
  readonly notes: string;
}

export interface MinutesVote {
  readonly question: string;
  readonly isSecret: boolean;
  readonly openedAt: string;
  readonly results: readonly { readonly choice: string; readonly count: number }[];
  /** Where states of an SOP were voted about: what each but the first has that the first has not. */
  readonly differences: readonly MinutesDifference[];
  /** What was taken over into the SOP in the meeting. */
  readonly adopted: { readonly choice: string; readonly by: string; readonly at: string } | null;
}

/** How one state that was voted about differs from the first. */
export interface MinutesDifference {
  readonly choice: string;
  readonly from: string;
  /** Null where one of the states was not kept. */
  readonly changes: readonly ChangeLine[] | null;
}

/** One line of the attendance list. */
export interface Attendance extends AttendanceEntry {
  readonly isGuest: boolean;
  /** First and last sign of life on a connection; null for somebody who had none. */
  readonly from: string | null;
  readonly to: string | null;
  /** A person has said so; the connections stay as they were. */
  readonly isCorrected: boolean;
}

/** A connection of somebody, from its beginning to its last sign of life. */
interface ConnectedTime {
  readonly person: string;
  readonly from: string;
  readonly to: string;
}

/** What the minutes are made of, besides the meeting itself. */
export interface MinutesSources {
  readonly connections: readonly ConnectedTime[];
  /** By item: its SOP as it was before and after. */
  readonly states: ReadonlyMap<string, ItemStates>;
  /** By version: the states that were voted about. */
  readonly votedStates: ReadonlyMap<string, Procedure>;
  /** By procedure, as they are today. */
  readonly suggestions: ReadonlyMap<string, readonly Suggestion[]>;
}

export interface ItemStates {
  readonly before: Procedure | undefined;
  readonly after: Procedure | undefined;
}

export function toMinutes(meeting: Meeting, sources: MinutesSources): Minutes {
  const { title, office, place, scheduledOn, startedAt, endedAt, notes } = meeting;
  return {
    ...{ title, office, place, scheduledOn, startedAt, endedAt },
    logo: findLogo(meeting, sources),
    chair: nameIn(meeting, meeting.moderator),
    noteTaker: nameIn(meeting, meeting.noteTaker),
    attendance: toAttendance(meeting, sources.connections),
    items: meeting.items.map((item) => toItem(meeting, item, sources)),
    votes: toVotes(meeting, null, sources),
    notes: notes.find(({ item }) => item === null)?.text ?? '',
    annexes: toAnnexes(meeting, sources.votedStates),
  };
}

/** Who was there: as connected, as corrected by hand, and who was added by hand. */
function toAttendance(
  { people, attendance }: Pick<Meeting, 'people' | 'attendance'>,
  connections: readonly ConnectedTime[],
): readonly Attendance[] {
  const known = people.map((person): Attendance => {
    const times = connections.filter((time) => time.person === person.id);
    const from = times.reduce<string | null>((a, b) => (a && a < b.from ? a : b.from), null);
    const to = times.reduce<string | null>((a, b) => (a && a > b.to ? a : b.to), null);
    const correction = attendance.find(({ id }) => id === person.id);
    return {
      id: person.id,
      name: person.name,
      position: '',
      state: from === null ? 'absent' : 'present',
      ...correction,
      isGuest: person.isGuest,
      ...{ from, to, isCorrected: correction !== undefined },
    };
  });
  const added = attendance
    .filter(({ id }) => !people.some((person) => person.id === id))
    .map((entry) => ({ ...entry, isGuest: false, from: null, to: null, isCorrected: true }));
  return [...known, ...added];
}

function findLogo({ items }: Meeting, { states }: MinutesSources): string | undefined {
  const kept = items.flatMap(({ id }) => [states.get(id)?.before, states.get(id)?.after]);
  return kept.find((procedure) => procedure?.identity.logo !== undefined)?.identity.logo;
}

function toItem(meeting: Meeting, item: AgendaItem, sources: MinutesSources): MinutesItem {
  const states = sources.states.get(item.id);
  const listed = sources.suggestions.get(item.procedure ?? '') ?? [];
  const shown = listed.flatMap((suggestion) => asOfMeeting(suggestion, meeting, item) ?? []);
  const procedure = states?.after ?? states?.before;
  return {
    title: item.title,
    presenter: item.presenter,
    plannedMinutes: item.minutes,
    spentMinutes: Math.round(item.spentMs / 60_000),
    wasDiscussed: item.startedAt !== null,
    hasProcedure: item.procedure !== null,
    suggestions: procedure ? suggestionRows(shown, procedure) : [],
    changes:
      states?.before && states.after
        ? toChangeLines(listChanges(states.before, states.after))
        : null,
    votes: toVotes(meeting, item.id, sources),
    notes: meeting.notes.find((note) => note.item === item.id)?.text ?? '',
  };
}

/**
 * A suggestion as it stood at the end of the meeting. Undefined where the meeting had nothing to do with
 * it: neither made nor decided there.
 */
function asOfMeeting(
  suggestion: Suggestion,
  { endedAt }: Meeting,
  { startedAt }: AgendaItem,
): Suggestion | undefined {
  if (startedAt === null) return undefined;
  const isWithin = (at: string) => at >= startedAt && (endedAt === null || at <= endedAt);
  const decisions = suggestion.decisions.filter(({ at }) => endedAt === null || at <= endedAt);
  if (!isWithin(suggestion.createdAt) && !decisions.some(({ at }) => isWithin(at)))
    return undefined;
  return { ...suggestion, decisions, status: decisions.at(-1)?.outcome ?? 'open' };
}

function toVotes(
  meeting: Meeting,
  item: string | null,
  sources: MinutesSources,
): readonly MinutesVote[] {
  return meeting.votes
    .filter((vote) => vote.item === item && vote.counts !== null)
    .map((vote) => ({
      question: vote.question,
      isSecret: vote.isSecret,
      openedAt: vote.openedAt,
      results: vote.choices.map(({ text }, index) => ({
        choice: text,
        count: vote.counts?.[index] ?? 0,
      })),
      differences: toDifferences(vote, sources),
      adopted: toAdopted(vote, meeting),
    }));
}

function toDifferences({ choices }: Vote, { votedStates }: MinutesSources): MinutesDifference[] {
  const stateOf = (choice: Choice) => choice.state && votedStates.get(choice.state.version);
  const [first, ...others] = choices.filter(({ state }) => state);
  if (!first) return [];
  const before = stateOf(first);
  return others.map((choice) => {
    const after = stateOf(choice);
    const changes = before && after ? toChangeLines(listChanges(before, after)) : null;
    return { choice: choice.text, from: first.text, changes };
  });
}

function toAdopted({ adopted, choices }: Vote, meeting: Meeting): MinutesVote['adopted'] {
  // What was done with the SOP later is no matter of this meeting.
  if (!adopted || (meeting.endedAt !== null && adopted.at > meeting.endedAt)) return null;
  const choice = choices.find(({ id }) => id === adopted.choice)?.text ?? '';
  return { choice, by: nameIn(meeting, adopted.person), at: adopted.at };
}

/** As corrected by hand; empty for nobody. */
function nameIn({ attendance, people }: Meeting, id: string | null): string {
  return (
    attendance.find((entry) => entry.id === id)?.name ??
    people.find((person) => person.id === id)?.name ??
    ''
  );
}
