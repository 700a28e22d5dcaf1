import * as z from 'zod/mini';
import { attendanceStates, type Meeting } from './meeting.ts';
import type { MeetingView } from './viewMeeting.ts';

const nullableText = z.nullable(z.string());

function list<T extends z.core.$ZodType>(item: T) {
  return z.readonly(z.array(item));
}

const vote = z.object({
  id: z.string(),
  item: nullableText,
  question: z.string(),
  choices: list(
    z.object({
      id: z.string(),
      text: z.string(),
      state: z.optional(z.object({ procedure: z.string(), version: z.string() })),
    }),
  ),
  isSecret: z.boolean(),
  openedAt: z.string(),
  closedAt: nullableText,
  // Meetings that were held before there were variants lack it.
  adopted: z._default(
    z.nullable(z.object({ choice: z.string(), person: z.string(), at: z.string() })),
    null,
  ),
});

const meeting = z.object({
  id: z.string(),
  title: z.string(),
  office: list(z.string()),
  place: z.string(),
  scheduledOn: z.string(),
  createdBy: z.string(),
  state: z.enum(['planned', 'running', 'ended']),
  startedAt: nullableText,
  endedAt: nullableText,
  moderator: z.string(),
  noteTaker: nullableText,
  people: list(
    z.object({
      id: z.string(),
      name: z.string(),
      isGuest: z.boolean(),
      isRemoved: z.boolean(),
    }),
  ),
  items: list(
    z.object({
      id: z.string(),
      procedure: nullableText,
      title: z.string(),
      presenter: z.string(),
      minutes: z.number(),
      startedAt: nullableText,
      endedAt: nullableText,
      spentMs: z.number(),
      before: nullableText,
      after: nullableText,
    }),
  ),
  live: z.object({
    item: nullableText,
    itemSince: nullableText,
    presenter: nullableText,
    isFirm: z.boolean(),
    hands: list(z.string()),
    gatherings: z.number(),
  }),
  variants: z._default(
    list(
      z.object({
        id: z.string(),
        item: z.string(),
        letter: z.string(),
        name: z.string(),
        procedure: z.string(),
        isRemoved: z.boolean(),
      }),
    ),
    [],
  ),
  attendance: list(
    z.object({
      id: z.string(),
      name: z.string(),
      position: z.string(),
      state: z.enum(attendanceStates),
    }),
  ),
  notes: list(z.object({ item: nullableText, text: z.string(), revision: z.number() })),
});

/** A meeting as it is stored. */
const meetingSchema = z.extend(meeting, {
  votes: list(
    z.extend(vote, {
      ballots: list(z.object({ person: z.string(), choice: z.string() })),
      counts: z.nullable(list(z.number())),
    }),
  ),
});

/** A meeting as `viewMeeting` shows it. */
export const meetingViewSchema = z.extend(meeting, {
  votes: list(
    z.extend(vote, {
      cast: z.number(),
      mine: nullableText,
      counts: z.nullable(list(z.number())),
      voters: z.nullable(list(list(z.string()))),
    }),
  ),
}) satisfies z.ZodMiniType<MeetingView>;

/** Reads what `JSON.stringify` made of a meeting. Throws where it is none. */
export function parseMeeting(json: string): Meeting {
  return meetingSchema.parse(JSON.parse(json));
}
