import { z } from 'zod';
import { isIsoDate } from './dates.ts';
import { limits } from './limits.ts';
import { PAPER_NAMES } from './settings.ts';

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
/** The logo as a `data:` URI. */
export const picture = z
  .string()
  .max(limits.maxLogoLength)
  .regex(
    /^data:image\/(?:png|svg\+xml);base64,[A-Za-z0-9+/]+={0,2}$/,
    'expected a PNG or SVG picture as a base64 data URI',
  );
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
  logo: picture.optional(),
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

const side = z.enum(['top', 'right', 'bottom', 'left']);

export const routeHintSchema = z.strictObject({
  exit: side.optional(),
  entry: side.optional(),
  channel: id.nullable().optional(),
  labelAt: z.number().min(0).max(1).optional(),
});

const flow = z.strictObject({
  id,
  from: id,
  to: id,
  label: text.optional(),
  route: routeHintSchema.optional(),
});

export const settingsSchema = z.strictObject({
  paper: z.enum(PAPER_NAMES).optional(),
  orientation: z.enum(['landscape', 'portrait']).optional(),
  marginMm: z.number().min(5).max(40).optional(),
  footerBandMm: z.number().min(0).max(60).optional(),
  typeFamily: z.enum(['arial', 'bookman', 'times']).optional(),
  typeSizePt: z.number().min(6).max(14).optional(),
  symbolScale: z.number().min(0.7).max(2).optional(),
  terminatorStyle: z.enum(['activity', 'extra']).optional(),
  exitLabels: z.enum(['words', 'letters']).optional(),
  columnNumbers: z.boolean().optional(),
  startsOnIdentityPage: z.boolean().optional(),
  cover: z.boolean().optional(),
  decreePage: z.boolean().optional(),
  draftMark: z.boolean().optional(),
  tableNote: text.optional(),
});

/** The shape of a file; what its ids refer to is checked in `references.ts`. */
export const fileSchema = z.strictObject({
  format: z.literal('alur.sop'),
  version: z.literal(1),
  identity,
  actors: z.array(actor).max(limits.maxActors),
  steps: z.array(step).max(limits.maxSteps),
  flows: z.array(flow).max(limits.maxFlows),
  settings: settingsSchema.optional(),
});
