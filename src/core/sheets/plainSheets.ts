import {
  type Flow,
  IDENTITY_DATES,
  IDENTITY_LISTS,
  type Identity,
  type Procedure,
  type Step,
} from '#core/model/procedure.ts';
import type { Settings } from '#core/model/settings.ts';
import { toActorNames, toAddresses } from './addresses.ts';
import { type DataSheet, FIRST_SERIAL, type SheetValue, toSerial } from './sheet.ts';
import {
  actorTitles,
  dateWords,
  firstChannel,
  flowTitles,
  identityWords,
  kindWords,
  listWords,
  no,
  pairTitles,
  restKeys,
  SEPARATOR,
  settingWords,
  sheetNames,
  sideWords,
  stepTitles,
  yes,
} from './words.ts';

/** Characters of one cell; spreadsheets allow 32,767. */
const MAX_CELL_LENGTH = 30_000;

/**
 * The procedure as plain rows that a clerk can read and change: steps, actors, identity, settings,
 * and hidden the arrows' ids and routes. Almost everything; see `toWholeSheets`.
 */
export function toPlainSheets(procedure: Procedure): readonly DataSheet[] {
  const { actors, identity, settings = {} } = procedure;
  return [
    toStepSheet(procedure),
    {
      name: sheetNames.actors,
      titles: Object.values(actorTitles),
      rows: actors.map(({ name, group, id }) => [name, group ?? null, id]),
    },
    toPairSheet(sheetNames.identity, toIdentityRows(identity)),
    toPairSheet(sheetNames.settings, toSettingRows(settings)),
    {
      name: sheetNames.flows,
      isHidden: true,
      titles: Object.values(flowTitles),
      rows: procedure.flows.map(toFlowRow),
    },
    { ...toPairSheet(sheetNames.rest, toLogoRows(identity)), isHidden: true },
  ];
}

/** Rows of the hidden rest that hold a document word for word. */
export function toExactRows(json: string): readonly (readonly SheetValue[])[] {
  return toParts(json).map((part) => [restKeys.exact, part]);
}

function toPairSheet(name: string, rows: DataSheet['rows']): DataSheet {
  return { name, titles: Object.values(pairTitles), rows };
}

function toStepSheet({ actors, steps, flows }: Procedure): DataSheet {
  const words = { actors: toActorNames(actors), addresses: toAddresses(steps) };
  const leaving = groupByStart(flows);
  return {
    name: sheetNames.steps,
    titles: Object.values(stepTitles),
    rows: steps.flatMap((step, index) => toStepRows(step, index + 1, { ...words, leaving })),
  };
}

function groupByStart(flows: readonly Flow[]): Map<string, Flow[]> {
  const groups = new Map<string, Flow[]>();
  for (const flow of flows) groups.set(flow.from, [...(groups.get(flow.from) ?? []), flow]);
  return groups;
}

interface StepWords {
  readonly actors: ReadonlyMap<string, string>;
  readonly addresses: ReadonlyMap<string, string>;
  readonly leaving: ReadonlyMap<string, readonly Flow[]>;
}

/** A row for each symbol; the step's own texts stand in the first. */
function toStepRows(step: Step, number: number, words: StepWords): DataSheet['rows'] {
  const { id, activity, requirements, duration, output, notes, joint } = step;
  const symbols = step.symbols.length > 0 ? step.symbols : [undefined];
  return symbols.map((symbol, index) => {
    const flows = symbol ? (words.leaving.get(symbol.id) ?? []) : [];
    const next = flows.map(({ to }) => words.addresses.get(to) ?? to);
    const isFirst = index === 0;
    const own = (text: string) => (isFirst ? text : null);
    return [
      number,
      id,
      own(activity),
      symbol ? (words.actors.get(symbol.actor) ?? symbol.actor) : null,
      symbol ? kindWords[symbol.kind] : null,
      next.length === 1 && /^\d+$/.test(next[0] ?? '') ? Number(next[0]) : next.join(SEPARATOR),
      toLabels(flows),
      own(requirements),
      own(duration),
      own(output),
      own(notes),
      symbol?.text ?? null,
      isFirst && joint !== undefined ? (joint ? yes : no) : null,
      symbol?.id ?? null,
    ];
  });
}

function toLabels(flows: readonly Flow[]): string {
  return flows.some(({ label }) => label)
    ? flows.map(({ label }) => label ?? '').join(SEPARATOR)
    : '';
}

function toIdentityRows(identity: Identity): DataSheet['rows'] {
  const { title, number, approver } = identity;
  const list = (name: (typeof IDENTITY_LISTS)[number]) =>
    (identity[name].length > 0 ? identity[name] : ['']).map((text) => [listWords[name], text]);
  return [
    [identityWords.title, title],
    [identityWords.number, number],
    ...list('unit'),
    ...IDENTITY_DATES.map((name) => [dateWords[name], toDate(identity[name])]),
    [identityWords.position, approver.position],
    [identityWords.name, approver.name],
    [identityWords.nip, approver.nip],
    ...IDENTITY_LISTS.filter((name) => name !== 'unit').flatMap(list),
  ];
}

function toDate(date: string | null): SheetValue {
  if (date === null) return null;
  return toSerial(date) < FIRST_SERIAL ? date : { date };
}

function toSettingRows(settings: Settings): DataSheet['rows'] {
  return Object.entries(settingWords).map(([key, word]) => {
    const value: unknown = Reflect.get(settings, key);
    return [word, toSettingValue(value)];
  });
}

function toSettingValue(value: unknown): SheetValue {
  if (typeof value === 'boolean') return value ? yes : no;
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

function toFlowRow({ id, from, to, label, route = {} }: Flow): readonly SheetValue[] {
  const { exit, entry, channel, labelAt } = route;
  return [
    id,
    from,
    to,
    label ?? null,
    exit ? sideWords[exit] : null,
    entry ? sideWords[entry] : null,
    channel === null ? firstChannel : (channel ?? null),
    labelAt ?? null,
  ];
}

function toLogoRows({ logo }: Identity): DataSheet['rows'] {
  return logo ? toParts(logo).map((part) => [restKeys.logo, part]) : [];
}

/** A long text in pieces that each fit into a cell; a surrogate pair stays whole. */
function toParts(text: string): readonly string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = at + MAX_CELL_LENGTH;
    const cut = /[\ud800-\udbff]/.test(text[end - 1] ?? '') ? end - 1 : end;
    parts.push(text.slice(at, cut));
    at = cut;
  }
  return parts;
}
