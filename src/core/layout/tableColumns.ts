import {
  type Actor,
  type Procedure,
  STEP_TEXTS,
  type Step,
  type StepText,
} from '#core/model/procedure.ts';
import type { StepArrangement } from './arrangeStep.ts';
import type { ExtraRoom } from './extraRoom.ts';
import type { ActorColumn } from './geometry.ts';
import { toLabelShapes } from './labelShapes.ts';
import { type ShapedStep, shapeStep } from './shapedStep.ts';
import { shareWidths, type TextWidths } from './shareWidths.ts';
import { addMovedTexts, toMovedTexts } from './symbolTexts.ts';
import type { TableStyle } from './tableStyle.ts';
import { measureText } from './text/measureText.ts';
import { shapeText } from './text/shapeText.ts';
import type { TypeFamily } from './text/widthTable.ts';

/** From where to where a column reaches. */
export interface Span {
  readonly x: number;
  readonly width: number;
}

export interface TableColumns {
  readonly number: Span;
  readonly texts: Readonly<Record<StepText, Span>>;
  readonly actors: readonly ActorColumn[];
  /** All actor columns together; as wide as an empty one when there are none. */
  readonly actorArea: Span;
}

export const columnTitles: Readonly<Record<StepText, string>> = {
  activity: 'Kegiatan',
  requirements: 'Kelengkapan',
  duration: 'Waktu',
  output: 'Output',
  notes: 'Keterangan',
};

interface ColumnPlan {
  readonly procedure: Procedure;
  readonly arrangements: readonly StepArrangement[];
  readonly style: TableStyle;
  readonly extra: ExtraRoom;
}

/** The narrowest that each column may be. */
interface LeastWidths {
  readonly number: number;
  readonly texts: TextWidths;
  readonly actors: readonly number[];
}

/** What a text column should hold at least where there is room, in em. */
const roomyEms: TextWidths = {
  activity: 10,
  requirements: 7.5,
  duration: 5,
  output: 7.5,
  notes: 6,
};
const tightEms: TextWidths = { activity: 5, requirements: 3, duration: 3, output: 3, notes: 3 };

/** A single word makes a text column at most so wide, as a share of the table; it is broken beyond. */
const MAX_WORD_SHARE = 0.2;
const MAX_NAME_SHARE = 0.14;

/** Actor columns grow to this where the texts leave room. */
const COMFORTABLE_ACTOR = 92;
const EMPTY_ACTOR_AREA = 90;

/** What the labels of decisions may take of the spare width, and how long a label is at most. */
const LABEL_SHARE = 0.6;
const MAX_LABEL = 70;

/** Width that the table needs at least. */
export function toLeastTableWidth(plan: ColumnPlan, tableWidth: number): number {
  const { number, texts, actors } = toLeastWidths(plan, tableWidth);
  return number + sum(Object.values(texts)) + sum(actors);
}

/** Columns that fill the table: each at its least width, the rest given where it is needed. */
export function toTableColumns(plan: ColumnPlan, table: Span): TableColumns {
  const least = toLeastWidths(plan, table.width);
  const rest = table.width - least.number - sum(Object.values(least.texts)) - sum(least.actors);
  const { style, procedure } = plan;
  const labelled = growActors(least.actors, toLabelledWidths(plan), rest * LABEL_SHARE);
  const shared = shareWidths(least.texts, rest - (sum(labelled) - sum(least.actors)), {
    steps: shapeSteps(plan),
    style,
    rowHeight: style.forms.decision.minHeight + 2 * style.rowSpace,
  });
  const comfortable = labelled.map((width, index) => {
    const room = plan.extra.actors.get(procedure.actors[index]?.id ?? '') ?? 0;
    return Math.max(width, (COMFORTABLE_ACTOR + room) * style.shrink);
  });
  const actors = growActors(labelled, comfortable, shared.unused);
  const unused = shared.unused - (sum(actors) - sum(labelled));
  return layColumns(procedure.actors, {
    x: table.x,
    number: least.number,
    texts: growTexts(shared.widths, unused),
    actors,
  });
}

function toLeastWidths(plan: ColumnPlan, width: number): LeastWidths {
  const { procedure, style } = plan;
  const { actors, steps } = procedure;
  const { headText, padX } = style;
  const digits = measureText('0'.repeat(String(steps.length).length), style.cellText);
  const number = Math.max(measureText('No', headText), digits) + 2 * padX;
  return {
    number: roundUp(number, style),
    texts: toLeastTexts(plan, width * style.shrink),
    actors:
      actors.length === 0
        ? [EMPTY_ACTOR_AREA * style.shrink]
        : toLeastActors(plan, width * style.shrink),
  };
}

/** The texts of each step, with those of its symbols that stand below its activity. */
function shapeSteps({ procedure, arrangements, style }: ColumnPlan): readonly ShapedStep[] {
  const { family } = style.cellText;
  return procedure.steps.map((step, index) => {
    const shaped = shapeStep(step, family);
    const arrangement = arrangements[index];
    const moved = arrangement ? toMovedTexts(arrangement, procedure, family) : [];
    return moved.length === 0
      ? shaped
      : { ...shaped, activity: addMovedTexts(shaped.activity, moved) };
  });
}

function toLeastTexts(plan: ColumnPlan, width: number): TextWidths {
  const { procedure, style } = plan;
  const { cellText, headText, padX } = style;
  const own = findLongestParts(procedure.steps, cellText.family);
  const parts = { ...own, activity: Math.max(own.activity, findLongestMoved(plan)) };
  const ems = style.spacing === 'tight' ? tightEms : roomyEms;
  const toLeast = (field: StepText) => {
    const longest = Math.max(ems[field], parts[field]) * cellText.size;
    const capped = Math.min(longest, width * MAX_WORD_SHARE);
    return roundUp(Math.max(capped, measureText(columnTitles[field], headText)) + 2 * padX, style);
  };
  return {
    activity: toLeast('activity'),
    requirements: toLeast('requirements'),
    duration: toLeast('duration'),
    output: toLeast('output'),
    notes: toLeast('notes'),
  };
}

const longestParts = new WeakMap<readonly Step[], Map<TypeFamily, TextWidths>>();

/** The longest word of each text column, in em; the same in every size. */
function findLongestParts(steps: readonly Step[], family: TypeFamily): TextWidths {
  const known = longestParts.get(steps) ?? new Map<TypeFamily, TextWidths>();
  longestParts.set(steps, known);
  const remembered = known.get(family);
  if (remembered) return remembered;
  const longest = { activity: 0, requirements: 0, duration: 0, output: 0, notes: 0 };
  for (const step of steps) {
    const shaped = shapeStep(step, family);
    for (const field of STEP_TEXTS)
      longest[field] = Math.max(longest[field], shaped[field].longestPart);
  }
  known.set(family, longest);
  return longest;
}

/** The longest word of what stands below activities for symbols, in em. */
function findLongestMoved({ procedure, arrangements, style }: ColumnPlan): number {
  let longest = 0;
  for (const arrangement of arrangements)
    for (const { shaped } of toMovedTexts(arrangement, procedure, style.cellText.family))
      longest = Math.max(longest, shaped.longestPart);
  return longest;
}

function toLeastActors(
  { procedure, arrangements, style, extra }: ColumnPlan,
  width: number,
): readonly number[] {
  const { actors } = procedure;
  const { headText, padX, sideSpace, clearance, forms } = style;
  const needs = new Map<string, number>();
  for (const { cellWidths } of arrangements)
    for (const [actor, need] of cellWidths) needs.set(actor, Math.max(needs.get(actor) ?? 0, need));
  const tracks = (countTracks(procedure) * clearance) / actors.length;
  return actors.map(({ id, name }) => {
    const word = shapeText(name, headText.weight, headText.family).longestPart * headText.size;
    const symbols = Math.max(needs.get(id) ?? 0, forms.process.minWidth) + 2 * sideSpace + tracks;
    const least = Math.max(Math.min(word, width * MAX_NAME_SHARE) + 2 * padX, symbols);
    return roundUp(least + (extra.actors.get(id) ?? 0) * style.shrink, style);
  });
}

const trackCounts = new WeakMap<Procedure, number>();

/** How many long arrows run side by side at the busiest place; those to one target count once. */
function countTracks(procedure: Procedure): number {
  const known = trackCounts.get(procedure) ?? countRunning(procedure);
  trackCounts.set(procedure, known);
  return known;
}

function countRunning({ steps, flows }: Procedure): number {
  const rowOf = new Map(steps.flatMap(({ symbols }, row) => symbols.map(({ id }) => [id, row])));
  const spans = new Map<string, readonly [first: number, last: number]>();
  for (const { from, to } of flows) {
    const [source, target] = [rowOf.get(from) ?? 0, rowOf.get(to) ?? 0];
    if (target === source + 1 || target === source) continue;
    const known = spans.get(to);
    const first = Math.min(source, target, known?.[0] ?? source);
    const last = Math.max(source, target, known?.[1] ?? source);
    spans.set(to, [first, last]);
  }
  const changes = new Int32Array(steps.length + 1);
  for (const [first, last] of spans.values()) {
    changes[first] = (changes[first] ?? 0) + 1;
    changes[last] = (changes[last] ?? 0) - 1;
  }
  let running = 0;
  let most = 0;
  for (const change of changes) {
    running += change;
    most = Math.max(most, running);
  }
  return Math.min(most, MAX_TRACKS);
}

const MAX_TRACKS = 12;

/** Widths that leave room for the labels of decisions beside them; 0 where there is no need. */
function toLabelledWidths({ procedure, style, extra }: ColumnPlan): readonly number[] {
  const labels = new Map<string, number>();
  for (const { from, label } of procedure.flows)
    if (label) labels.set(from, Math.max(labels.get(from) ?? 0, toLabelWidth(label, style)));
  const widths = new Map<string, number>();
  for (const { symbols } of procedure.steps)
    for (const { id, actor, kind } of symbols) {
      const label = Math.min(labels.get(id) ?? 0, MAX_LABEL * style.shrink);
      if (label === 0) continue;
      const room = extra.actors.get(actor) ?? 0;
      const width = style.forms[kind].minWidth + 2 * (label + style.clearance) + room;
      widths.set(actor, Math.max(widths.get(actor) ?? 0, width));
    }
  return procedure.actors.map(({ id }) => Math.ceil(widths.get(id) ?? 0));
}

/** What a label takes beside its symbol at least; a long one stands in several lines beside a loop. */
function toLabelWidth(label: string, { labelText, clearance }: TableStyle): number {
  const shapes = toLabelShapes(label, labelText);
  const least = Math.min(...shapes.map(({ width }) => width));
  return shapes.length > 1 ? least + 2 * clearance : measureText(label, labelText);
}

/** Widths between `least` and `wanted`, the narrowest raised first, for at most `rest` together. */
function growActors(
  least: readonly number[],
  wanted: readonly number[],
  rest: number,
): readonly number[] {
  const toWidths = (level: number) =>
    least.map((width, index) => Math.max(width, Math.min(level, wanted[index] ?? 0)));
  let level = 0;
  // Halving finds the highest level that the rest pays for.
  for (let low = 0, high = Math.max(0, ...wanted), turn = 0; turn < 14; turn += 1) {
    const middle = turn === 0 ? high : (low + high) / 2;
    if (sum(toWidths(middle)) - sum(least) > rest) high = middle;
    else low = middle;
    level = low;
  }
  return toWidths(Math.floor(level * 10) / 10);
}

/** What is still left goes to the texts, most to the activities. */
function growTexts(widths: TextWidths, rest: number): TextWidths {
  const share = Math.max(0, rest);
  return {
    activity: widths.activity + share * 0.4,
    requirements: widths.requirements + share * 0.2,
    duration: widths.duration + share * 0.05,
    output: widths.output + share * 0.2,
    notes: widths.notes + share * 0.15,
  };
}

function layColumns(
  actors: readonly Actor[],
  widths: LeastWidths & { readonly x: number },
): TableColumns {
  let x = widths.x;
  const take = (width: number): Span => {
    const span = { x, width };
    x += width;
    return span;
  };
  const number = take(widths.number);
  const activity = take(widths.texts.activity);
  const start = x;
  const columns = widths.actors.map((width, index) => ({
    actor: actors[index]?.id ?? '',
    ...take(width),
  }));
  const actorArea = { x: start, width: x - start };
  return {
    number,
    actors: actors.length === 0 ? [] : columns,
    actorArea,
    texts: {
      activity,
      requirements: take(widths.texts.requirements),
      duration: take(widths.texts.duration),
      output: take(widths.texts.output),
      notes: take(widths.texts.notes),
    },
  };
}

/** To whole points, and when everything is shrunk to parts of them. */
function roundUp(width: number, { shrink }: TableStyle): number {
  return shrink < 1 ? Math.ceil(width * 100) / 100 : Math.ceil(width);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
