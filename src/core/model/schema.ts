import { z } from 'zod';
import { isIsoDate } from './dates.ts';
import { limits } from './limits.ts';

// A lone surrogate cannot be written to a file, and a control character not into XML.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused here
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;

const text = z
  .string()
  .max(limits.maxTextLength)
  .refine((value) => !UNPRINTABLE.test(value), 'holds a character that cannot be printed');
const id = z
  .string()
  .min(1)
  .max(limits.maxIdLength)
  .refine((value) => !UNPRINTABLE.test(value), 'holds a character that cannot be printed');
const date = z.string().refine(isIsoDate, 'expected a date such as "2026-06-02"').nullable();
const list = z.array(text).max(limits.maxListItems);

const identity = z.strictObject({
  title: text,
  number: text,
  unit: list,
  createdOn: date,
  revisedOn: date,
  effectiveOn: date,
  approver: z.strictObject({ position: text, name: text, nip: text }),
  legalBasis: list,
  qualifications: list,
  relatedProcedures: list,
  equipment: list,
  warnings: list,
  records: list,
});

const actor = z.strictObject({ id, name: text, group: text.optional() });

const symbol = z.strictObject({
  id,
  actor: id,
  kind: z.enum(['terminator', 'process', 'decision']),
  text: text.optional(),
});

const step = z.strictObject({
  id,
  activity: text,
  requirements: text,
  duration: text,
  output: text,
  notes: text,
  symbols: z.array(symbol).max(limits.maxSymbolsPerStep),
  joint: z.boolean().optional(),
});

const flow = z.strictObject({ id, from: id, to: id, label: text.optional() });

/** The shape of a file; what its ids refer to is checked in `references.ts`. */
export const fileSchema = z.strictObject({
  format: z.literal('alur.sop'),
  version: z.literal(1),
  identity,
  actors: z.array(actor).max(limits.maxActors),
  steps: z.array(step).max(limits.maxSteps),
  flows: z.array(flow).max(limits.maxFlows),
});
