import * as z from 'zod/mini';
import { isIsoDate } from './dates.ts';
import { FILE_VERSION } from './fileUpgrades.ts';
import { limits } from './limits.ts';
import { isSafePicture } from './pictureSafety.ts';
import { PAPER_NAMES } from './settings.ts';

// A lone surrogate cannot be written to a file, and a control character not into XML.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused here
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;

const printable = z.refine<string>(
  (value) => !UNPRINTABLE.test(value),
  'holds a character that cannot be printed',
);

const text = z.string().check(z.maxLength(limits.maxTextLength), printable);
const id = z.string().check(z.minLength(1), z.maxLength(limits.maxIdLength), printable);
/** The logo as a `data:` URI. */
export const picture = z
  .string()
  .check(
    z.maxLength(limits.maxLogoLength),
    z.regex(
      /^data:image\/(?:png|svg\+xml);base64,[A-Za-z0-9+/]+={0,2}$/,
      'expected a PNG or SVG picture as a base64 data URI',
    ),
    z.refine(isSafePicture, 'is no picture, or holds more than a drawing: scripts or links'),
  );
const date = z.nullable(
  z.string().check(z.refine(isIsoDate, 'expected a date such as "2026-06-02"')),
);
const list = z.array(text).check(z.maxLength(limits.maxListItems));

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
  logo: z.optional(picture),
});

const actor = z.strictObject({ id, name: text, group: z.optional(text) });

const symbol = z.strictObject({
  id,
  actor: id,
  kind: z.enum(['terminator', 'process', 'decision']),
  text: z.optional(text),
});

const step = z.strictObject({
  id,
  activity: text,
  requirements: text,
  duration: text,
  output: text,
  notes: text,
  symbols: z.array(symbol).check(z.maxLength(limits.maxSymbolsPerStep)),
  joint: z.optional(z.boolean()),
});

const side = z.enum(['top', 'right', 'bottom', 'left']);

export const routeHintSchema = z.strictObject({
  exit: z.optional(side),
  entry: z.optional(side),
  channel: z.optional(z.nullable(id)),
  labelAt: z.optional(z.number().check(z.minimum(0), z.maximum(1))),
});

const flow = z.strictObject({
  id,
  from: id,
  to: id,
  label: z.optional(text),
  route: z.optional(routeHintSchema),
});

export const settingsSchema = z.strictObject({
  paper: z.optional(z.enum(PAPER_NAMES)),
  orientation: z.optional(z.enum(['landscape', 'portrait'])),
  marginMm: z.optional(z.number().check(z.minimum(5), z.maximum(40))),
  footerBandMm: z.optional(z.number().check(z.minimum(0), z.maximum(60))),
  typeFamily: z.optional(z.enum(['arial', 'bookman', 'times'])),
  typeSizePt: z.optional(z.number().check(z.minimum(6), z.maximum(14))),
  symbolScale: z.optional(z.number().check(z.minimum(0.7), z.maximum(2))),
  terminatorStyle: z.optional(z.enum(['activity', 'extra'])),
  exitLabels: z.optional(z.enum(['words', 'letters'])),
  columnNumbers: z.optional(z.boolean()),
  startsOnIdentityPage: z.optional(z.boolean()),
  cover: z.optional(z.boolean()),
  decreePage: z.optional(z.boolean()),
  draftMark: z.optional(z.boolean()),
  tableNote: z.optional(text),
});

/** The shape of a file; what its ids refer to is checked in `references.ts`. */
export const fileSchema = z.strictObject({
  format: z.literal('alur.sop'),
  version: z.literal(FILE_VERSION),
  identity,
  actors: z.array(actor).check(z.maxLength(limits.maxActors)),
  steps: z.array(step).check(z.maxLength(limits.maxSteps)),
  flows: z.array(flow).check(z.maxLength(limits.maxFlows)),
  settings: z.optional(settingsSchema),
});
