import * as z from 'zod/mini';
import { meetingLimits } from '#core/meeting/meeting.ts';
import {
  guestNameSchema,
  meetingCommandSchema,
  meetingDetailsSchema,
  plannedItemSchema,
  variantNameSchema,
} from '#core/meeting/meetingCommand.ts';
import { meetingRejectionCodes } from '#core/meeting/meetingResult.ts';
import { meetingViewSchema } from '#core/meeting/meetingSchema.ts';
import { attendanceSchema, minutesBlockSchema } from '#core/meeting/minutesSchema.ts';

const meetingStates = ['planned', 'running', 'ended'] as const;

/** One row of `GET /api/meetings` (an array, the latest first). */
export const meetingSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  /** Day and time at the office, such as "2026-06-02T09:00". */
  scheduledOn: z.string(),
  state: z.enum(meetingStates),
  isModerator: z.boolean(),
});
export type MeetingSummary = z.infer<typeof meetingSummarySchema>;

/** `POST /api/meetings` → 201 `{ id }`: who asks is its moderator. */
export const newMeetingBodySchema = z.strictObject({
  details: meetingDetailsSchema,
  items: z.array(plannedItemSchema).check(z.maxLength(meetingLimits.maxItems)),
});

/** Me in a meeting: an account that joined it, or a guest. */
export const attendeeSchema = z.object({
  id: z.string(),
  name: z.string(),
  isGuest: z.boolean(),
});
export type Attendee = z.infer<typeof attendeeSchema>;

/** `GET /api/meetings/:id`. */
export const openMeetingSchema = z.object({ me: attendeeSchema, meeting: meetingViewSchema });

/**
 * `POST /api/meetings/:id/commands` `{ command }`: what was decided, or why not. What everybody sees
 * then comes on the socket.
 */
export const commandBodySchema = z.strictObject({ command: meetingCommandSchema });
export const commandAnswerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), meeting: meetingViewSchema }),
  z.object({
    ok: z.literal(false),
    rejection: z.object({ code: z.enum(meetingRejectionCodes), message: z.string() }),
  }),
]);
export type CommandAnswer = z.infer<typeof commandAnswerSchema>;

const knownId = z.string().check(z.minLength(1), z.maxLength(meetingLimits.maxIdLength));

/**
 * `POST /api/meetings/:id/variants` → as a command: a copy of the SOP that is talked about, from how it is
 * now, one of its versions, or what a suggestion proposes.
 */
export const newVariantBodySchema = z.strictObject({
  name: variantNameSchema,
  from: z.discriminatedUnion('of', [
    z.strictObject({ of: z.literal('present') }),
    z.strictObject({ of: z.literal('version'), version: knownId }),
    z.strictObject({ of: z.literal('suggestion'), suggestion: knownId }),
  ]),
});
export type NewVariantBody = z.infer<typeof newVariantBodySchema>;

/** `GET /api/meetings/:id/votes/:vote/states`: what was voted about, as procedure files. */
export const votedStatesSchema = z.object({
  /** Whether I may take one of them over into the SOP. */
  mayEdit: z.boolean(),
  states: z.array(z.object({ choice: z.string(), file: z.unknown() })),
});

/** What a link lets its people do with the SOPs of the agenda while the meeting runs. */
const MEETING_LINK_ROLES = ['viewer', 'commenter'] as const;

/** `POST /api/meetings/:id/links` → 201 with its `url`; `DELETE …/links/:linkId` revokes. */
export const newMeetingLinkBodySchema = z.strictObject({
  role: z.enum(MEETING_LINK_ROLES),
  /** People without an account may come in by it, with a name. */
  allowsGuests: z.boolean(),
  expiresInHours: z.int().check(z.minimum(1), z.maximum(24 * 31)),
});
export const meetingLinkSchema = z.object({
  id: z.string(),
  role: z.enum(MEETING_LINK_ROLES),
  allowsGuests: z.boolean(),
  expiresAt: z.string(),
  /** Only in the answer that creates it; the server keeps a hash. */
  url: z.optional(z.string()),
});
export type MeetingLink = z.infer<typeof meetingLinkSchema>;

const token = z.string().check(z.minLength(1), z.maxLength(200));

/** `POST /api/meetings/invitation`: what somebody who holds a link is told before they join. */
export const invitationBodySchema = z.strictObject({ token });
export const invitationSchema = z.object({
  title: z.string(),
  office: z.array(z.string()),
  place: z.string(),
  scheduledOn: z.string(),
  state: z.enum(meetingStates),
  allowsGuests: z.boolean(),
  /** Whoever is signed in; null for nobody. */
  account: z.nullable(z.string()),
});
export type Invitation = z.infer<typeof invitationSchema>;

/** `POST /api/meetings/join`: whoever is signed in joins with the account, anybody else as a guest. */
export const joinBodySchema = z.strictObject({ token, name: z.optional(guestNameSchema) });

/** `GET /api/meetings/:id/attendance`: each connection, in order; `to` is its last sign of life. */
export const connectionTimesSchema = z.object({
  person: z.string(),
  from: z.string(),
  to: z.string(),
});
export type ConnectionTimes = z.infer<typeof connectionTimesSchema>;

/** `GET /api/meetings/:id/minutes?zone=…`. */
export const minutesSchema = z.object({
  blocks: z.readonly(z.array(minutesBlockSchema)),
  attendance: z.readonly(z.array(attendanceSchema)),
});

/** Whether times can be written for that zone. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('id', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** Longest message of a presenter, as JSON: a shared state has at most 4,000 characters. */
export const maxPositionLength = 8192;

/** What the server says on `/live/:id`, one JSON text a frame. */
export const liveMessageSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('meeting'),
    /** Grows with every command. */
    version: z.number(),
    me: attendeeSchema,
    meeting: meetingViewSchema,
    /** People who are connected. */
    here: z.readonly(z.array(z.string())),
    /** For how long presenter and moderator have been gone, in ms; 0 while they are here. */
    presenterGoneMs: z.number(),
    moderatorGoneMs: z.number(),
    /** The server's time, ISO: clocks of guests' phones differ. */
    now: z.string(),
  }),
  /** A sign of life, every 3 s. */
  z.object({ type: z.literal('beat') }),
  /** Where the presenter is; nothing is promised of it but that it is what the presenter's page sent. */
  z.object({ type: z.literal('position'), item: z.string(), position: z.unknown() }),
]);
export type LiveMessage = z.infer<typeof liveMessageSchema>;

/** What the presenter's page says there; from anybody else it is passed over. */
export const presentMessageSchema = z.strictObject({
  type: z.literal('present'),
  item: z.string().check(z.maxLength(meetingLimits.maxIdLength)),
  position: z.unknown(),
});
