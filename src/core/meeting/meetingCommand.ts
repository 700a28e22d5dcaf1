import * as z from 'zod/mini';
import { isIsoDate } from '#core/model/dates.ts';
import { attendanceStates, meetingLimits } from './meeting.ts';

const unprintable = /[\p{Cc}\p{Cs}\ufffe\uffff]/u;
const unprintableLines = /[^\P{Cc}\n\t]|[\p{Cs}\ufffe\uffff]/u;

/** One line without anything invisible. */
const line = (maxLength: number) =>
  z.string().check(
    z.trim(),
    z.maxLength(maxLength),
    z.refine((text) => !unprintable.test(text), 'holds a character that cannot be printed'),
  );
const filled = (maxLength: number) => line(maxLength).check(z.minLength(1));
const id = filled(meetingLimits.maxIdLength);

const scheduledOn = z
  .string()
  .check(
    z.refine(
      (text) => isIsoDate(text.slice(0, 10)) && /^.{10}T(?:[01]\d|2[0-3]):[0-5]\d$/.test(text),
      'expected day and time such as "2026-06-02T09:00"',
    ),
  );

/** What a meeting is called, where and when it is, and whose it is. */
export const meetingDetailsSchema = z.strictObject({
  title: filled(meetingLimits.maxTitleLength),
  office: z
    .array(filled(meetingLimits.maxTitleLength))
    .check(z.maxLength(meetingLimits.maxOfficeLines)),
  place: line(meetingLimits.maxTitleLength),
  scheduledOn,
});
export type MeetingDetails = z.infer<typeof meetingDetailsSchema>;

/** How somebody calls a variant. */
export const variantNameSchema = filled(meetingLimits.maxNameLength);

/** A name that a guest gives. */
export const guestNameSchema = filled(meetingLimits.maxNameLength);

/** One item as it is planned. */
export const plannedItemSchema = z.strictObject({
  id,
  procedure: z.nullable(id),
  title: filled(meetingLimits.maxTitleLength),
  presenter: line(meetingLimits.maxNameLength),
  minutes: z.int().check(z.minimum(1), z.maximum(meetingLimits.maxMinutes)),
});
export type PlannedItem = z.infer<typeof plannedItemSchema>;

const attendanceEntrySchema = z.strictObject({
  id,
  name: filled(meetingLimits.maxNameLength),
  position: line(meetingLimits.maxTitleLength),
  state: z.enum(attendanceStates),
});

const note = z.string().check(
  z.maxLength(meetingLimits.maxNoteLength),
  z.refine((text) => !unprintableLines.test(text), 'holds a character that cannot be printed'),
);

/** Everything that a person can do in a meeting; `applyMeetingCommand` says who may when. */
export const meetingCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('setDetails'), details: meetingDetailsSchema }),
  z.strictObject({ type: z.literal('addItem'), item: plannedItemSchema }),
  z.strictObject({ type: z.literal('changeItem'), item: plannedItemSchema }),
  z.strictObject({ type: z.literal('removeItem'), item: id }),
  /** In front of another item; null puts it last. */
  z.strictObject({ type: z.literal('moveItem'), item: id, before: z.nullable(id) }),
  z.strictObject({ type: z.literal('start') }),
  z.strictObject({ type: z.literal('end') }),
  /** `from` is the item that the person saw: who comes second with the same click skips nothing. */
  z.strictObject({ type: z.literal('goToItem'), item: id, from: z.nullable(id) }),
  z.strictObject({ type: z.literal('takeOver') }),
  z.strictObject({ type: z.literal('handOver'), to: id }),
  z.strictObject({ type: z.literal('askToPresent') }),
  z.strictObject({ type: z.literal('stopAsking') }),
  z.strictObject({ type: z.literal('lead'), isFirm: z.boolean() }),
  z.strictObject({ type: z.literal('gather') }),
  z.strictObject({ type: z.literal('setNoteTaker'), person: z.nullable(id) }),
  z.strictObject({ type: z.literal('setModerator'), person: id }),
  /** The chair of a moderator who is gone. */
  z.strictObject({ type: z.literal('takeChair') }),
  z.strictObject({ type: z.literal('removePerson'), person: id }),
  z.strictObject({
    type: z.literal('openVote'),
    vote: id,
    question: filled(meetingLimits.maxQuestionLength),
    choices: z
      .array(
        z.strictObject({
          id,
          text: filled(meetingLimits.maxTitleLength),
          /** Chosen is a variant, or (null) the SOP as it is. */
          variant: z.optional(z.nullable(id)),
        }),
      )
      .check(z.minLength(meetingLimits.minChoices), z.maxLength(meetingLimits.maxChoices)),
    isSecret: z.boolean(),
  }),
  z.strictObject({ type: z.literal('castVote'), vote: id, choice: z.nullable(id) }),
  z.strictObject({ type: z.literal('closeVote'), vote: id }),
  z.strictObject({ type: z.literal('removeVariant'), variant: id }),
  /** Notes that the state was taken over into the SOP, or (null) that this was undone. */
  z.strictObject({ type: z.literal('noteAdoption'), vote: id, choice: z.nullable(id) }),
  z.strictObject({ type: z.literal('correctAttendance'), entry: attendanceEntrySchema }),
  /** Takes a correction back. */
  z.strictObject({ type: z.literal('dropCorrection'), id }),
  /** `revision` is that of the note that the person read; 0 for none. */
  z.strictObject({
    type: z.literal('writeNote'),
    item: z.nullable(id),
    text: note,
    revision: z.int().check(z.minimum(0)),
  }),
]);
export type MeetingCommand = z.infer<typeof meetingCommandSchema>;
