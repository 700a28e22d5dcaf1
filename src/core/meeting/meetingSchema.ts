import * as z from 'zod/mini';
import { attendanceStates, type Meeting } from './meeting.ts';
import type { MeetingView } from './viewMeeting.ts';

const nullableText = z.nullable(z.string());

const vote = z.object({
  id: z.string(),
  item: nullableText,
  question: z.string(),
  choices: z.array(z.object({ id: z.string(), text: z.string() })),
  isSecret: z.boolean(),
  openedAt: z.string(),
  closedAt: nullableText,
});

const meeting = z.object({
  id: z.string(),
  title: z.string(),
  office: z.array(z.string()),
  place: z.string(),
  scheduledOn: z.string(),
  createdBy: z.string(),
  state: z.enum(['planned', 'running', 'ended']),
  startedAt: nullableText,
  endedAt: nullableText,
  moderator: z.string(),
  noteTaker: nullableText,
  people: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      isGuest: z.boolean(),
      isRemoved: z.boolean(),
    }),
  ),
  items: z.array(
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
    hands: z.array(z.string()),
    gatherings: z.number(),
  }),
  attendance: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      position: z.string(),
      state: z.enum(attendanceStates),
    }),
  ),
  notes: z.array(z.object({ item: nullableText, text: z.string(), revision: z.number() })),
});

/** A meeting as it is stored. */
const meetingSchema = z.extend(meeting, {
  votes: z.array(
    z.extend(vote, {
      ballots: z.array(z.object({ person: z.string(), choice: z.string() })),
      counts: z.nullable(z.array(z.number())),
    }),
  ),
});

/** A meeting as `viewMeeting` shows it. */
export const meetingViewSchema = z.extend(meeting, {
  votes: z.array(
    z.extend(vote, {
      cast: z.number(),
      mine: nullableText,
      counts: z.nullable(z.array(z.number())),
      voters: z.nullable(z.array(z.array(z.string()))),
    }),
  ),
}) satisfies z.ZodMiniType<MeetingView>;

/** Reads what `JSON.stringify` made of a meeting. Throws where it is none. */
export function parseMeeting(json: string): Meeting {
  return meetingSchema.parse(JSON.parse(json));
}
