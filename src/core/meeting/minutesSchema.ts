import * as z from 'zod/mini';
import { attendanceStates } from './meeting.ts';
import type { Attendance } from './minutes.ts';
import type { MinutesBlock } from './minutesBlocks.ts';

function list<T extends z.core.$ZodType>(item: T) {
  return z.readonly(z.array(item));
}

const text = z.string();

/** A part of the written minutes, as the server gives it to a page. */
export const minutesBlockSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('letterhead'), lines: list(text), logo: z.optional(text) }),
  z.object({ kind: z.literal('title'), text }),
  z.object({
    kind: z.literal('facts'),
    facts: list(z.readonly(z.tuple([text, text]))),
  }),
  z.object({ kind: z.literal('heading'), text }),
  z.object({ kind: z.literal('subheading'), text }),
  z.object({ kind: z.literal('paragraph'), text, isQuiet: z.optional(z.boolean()) }),
  z.object({
    kind: z.literal('lines'),
    lines: list(z.object({ level: z.number(), text })),
  }),
  z.object({
    kind: z.literal('table'),
    name: text,
    columns: list(z.object({ title: text, share: z.number() })),
    rows: list(list(text)),
  }),
  z.object({
    kind: z.literal('signatures'),
    signers: list(z.object({ role: text, name: text })),
  }),
]) satisfies z.ZodMiniType<MinutesBlock>;

/** A line of the attendance list. */
export const attendanceSchema = z.object({
  id: text,
  name: text,
  position: text,
  state: z.enum(attendanceStates),
  isGuest: z.boolean(),
  from: z.nullable(text),
  to: z.nullable(text),
  isCorrected: z.boolean(),
}) satisfies z.ZodMiniType<Attendance>;
