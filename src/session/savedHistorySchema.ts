import * as z from 'zod/mini';
import type { EditLabel } from '#core/edit/editLabel.ts';
import type { SavedHistory } from '#document/savedHistory.ts';
import { FORMAT } from '#document/shape.ts';
import { selectionSchema } from './presenceSchema.ts';
import type { Selection } from './session.ts';

const number = z.int().check(z.minimum(0));
const length = z.int().check(z.minimum(1));
const range = z.tuple([number, number, length]);

/** Everything that a label can name; one that is missing here does not compile. */
const labelWhats: Readonly<Record<EditLabel['what'], true>> = {
  addStep: true,
  addSteps: true,
  duplicateStep: true,
  duplicateSteps: true,
  moveStep: true,
  moveSteps: true,
  removeStep: true,
  removeSteps: true,
  setJoint: true,
  addSymbol: true,
  setSymbolKind: true,
  setSymbolKinds: true,
  moveSymbol: true,
  moveSymbols: true,
  removeSymbol: true,
  removeSymbols: true,
  connect: true,
  reverseFlow: true,
  retargetFlow: true,
  removeFlow: true,
  setRoute: true,
  tidyRoutes: true,
  addActor: true,
  moveActor: true,
  removeActor: true,
  groupActors: true,
  setDate: true,
  addItem: true,
  removeItem: true,
  moveItem: true,
  changeSettings: true,
  setLogo: true,
  title: true,
  number: true,
  approver: true,
  item: true,
  actor: true,
  group: true,
  step: true,
  symbol: true,
  label: true,
  setTexts: true,
  several: true,
};

const label = z.object({
  what: z.custom<EditLabel['what']>(
    (what) => typeof what === 'string' && Object.hasOwn(labelWhats, what),
  ),
  number: z.optional(number),
  count: z.optional(number),
  name: z.optional(z.string()),
});

const steps = z.array(
  z.object({
    insertions: z.array(range),
    deletions: z.array(range),
    label: z.optional(label),
    mark: z.optional(selectionSchema),
  }),
);

const schema = z.object({
  /** When it was written, in ms. */
  at: number,
  /** Of the document: steps of another one undo what is not there any more. */
  format: z.literal(FORMAT),
  history: z.object({
    clients: z.array(number),
    undo: steps,
    redo: steps,
    remade: z.array(z.tuple([number, number, length, number, number])),
  }),
});

/** A person's history as a tab keeps it over a reload. */
export interface KeptRecord {
  /** When it was written, in ms. */
  readonly at: number;
  readonly format: typeof FORMAT;
  readonly history: SavedHistory<Selection>;
}

/** Undefined for anything but what this program wrote. */
export function parseKeptRecord(json: string): KeptRecord | undefined {
  try {
    return schema.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}
