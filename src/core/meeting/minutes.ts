import { listChanges } from '#core/diff/listChanges.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { type SuggestionRow, suggestionRows } from '#core/suggestions/listSuggestions.ts';
import type { Suggestion } from '#core/suggestions/suggestion.ts';
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
  readonly results: readonly { readonly choice: string; readonly count: number }[];
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
  /** By procedure, as they are today. */
  readonly suggestions: ReadonlyMap<string, readonly Suggestion[]>;
}

export interface ItemStates {
  readonly before: Procedure | undefined;
  readonly after: Procedure | undefined;
}

export function toMinutes(meeting: Meeting, sources: MinutesSources): Minutes {
  const nameOf = (id: string | null) =>
    meeting.attendance.find((entry) => entry.id === id)?.name ??
    meeting.people.find((person) => person.id === id)?.name ??
    '';
  const { title, office, place, scheduledOn, startedAt, endedAt, notes } = meeting;
  return {
    ...{ title, office, place, scheduledOn, startedAt, endedAt },
    logo: findLogo(meeting, sources),
    chair: nameOf(meeting.moderator),
    noteTaker: nameOf(meeting.noteTaker),
    attendance: toAttendance(meeting, sources.connections),
    items: meeting.items.map((item) => toItem(meeting, item, sources)),
    votes: toVotes(meeting, null),
    notes: notes.find(({ item }) => item === null)?.text ?? '',
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
    votes: toVotes(meeting, item.id),
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

function toVotes({ votes }: Meeting, item: string | null): readonly MinutesVote[] {
  return votes
    .filter((vote) => vote.item === item && vote.counts !== null)
    .map(({ question, isSecret, choices, counts }: Vote) => ({
      question,
      isSecret,
      results: choices.map((choice: Choice, index) => ({
        choice: choice.text,
        count: counts?.[index] ?? 0,
      })),
    }));
}
