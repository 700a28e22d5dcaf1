import type { ModdleElement } from 'bpmn-moddle';
import {
  type Actor,
  IDENTITY_LISTS,
  type Identity,
  type IdentityList,
} from '#core/model/procedure.ts';
import { decodeText } from './alurPackage.ts';
import { readElement, readElements, readExtension } from './readElement.ts';

/** Values of our own extension; what they may be is checked when the whole procedure is parsed. */
export type Raw = Readonly<Record<string, unknown>>;

/** A decoded attribute; undefined where it is absent. */
function readOwn(element: ModdleElement, property: string): string | undefined {
  const value = element.get(property);
  return typeof value === 'string' ? decodeText(value) : undefined;
}

export function readIdentity(process: ModdleElement): Identity | undefined {
  const element = readExtension(process, 'alur:Identity');
  if (!element) return undefined;
  const own = (property: string) => readOwn(element, property) ?? '';
  const logo = readOwn(element, 'logo');
  return {
    title: own('title'),
    number: own('number'),
    createdOn: readOwn(element, 'createdOn') ?? null,
    revisedOn: readOwn(element, 'revisedOn') ?? null,
    effectiveOn: readOwn(element, 'effectiveOn') ?? null,
    approver: {
      position: own('approverPosition'),
      name: own('approverName'),
      nip: own('approverNip'),
    },
    ...readLists(element),
    ...(logo !== undefined && { logo }),
  };
}

function readLists(element: ModdleElement): Record<IdentityList, readonly string[]> {
  const items = readElements(element, 'items');
  const read = (list: IdentityList) =>
    items
      .filter((item) => readOwn(item, 'list') === list)
      .map((item) => readOwn(item, 'text') ?? '');
  const [unit, legalBasis, qualifications, relatedProcedures, equipment, warnings, records] =
    IDENTITY_LISTS.map(read);
  return {
    unit: unit ?? [],
    legalBasis: legalBasis ?? [],
    qualifications: qualifications ?? [],
    relatedProcedures: relatedProcedures ?? [],
    equipment: equipment ?? [],
    warnings: warnings ?? [],
    records: records ?? [],
  };
}

/** The settings as they stand in the file: keys and JSON values. */
export function readSettings(process: ModdleElement): Raw | undefined {
  const element = readExtension(process, 'alur:Settings');
  if (!element) return undefined;
  return Object.fromEntries(
    readElements(element, 'entries').map((entry) => [
      readOwn(entry, 'name') ?? '',
      parseJson(readOwn(entry, 'value') ?? ''),
    ]),
  );
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}

/** The rows in their order; a row without symbols brings its step along. */
export function readRows(
  process: ModdleElement,
): readonly { readonly step: string; readonly content?: OwnStep }[] {
  const element = readExtension(process, 'alur:Rows');
  if (!element) return [];
  return readElements(element, 'rows').map((row) => {
    const content = readElement(row, 'content');
    return { step: readOwn(row, 'step') ?? '', ...(content && { content: toOwnStep(content) }) };
  });
}

export function readActor(lane: ModdleElement): Actor | undefined {
  const element = readExtension(lane, 'alur:Actor');
  const id = element && readOwn(element, 'id');
  if (!element || id === undefined) return undefined;
  const group = readOwn(element, 'group');
  return { id, name: readOwn(element, 'name') ?? '', ...(group !== undefined && { group }) };
}

/** A step without its symbols. */
export interface OwnStep {
  readonly id: string;
  readonly activity: string;
  readonly requirements: string;
  readonly duration: string;
  readonly output: string;
  readonly notes: string;
  readonly joint?: boolean;
}

export interface OwnSymbol {
  readonly id: string;
  readonly kind: string;
  readonly text?: string;
  /** Its place among the symbols of its step. */
  readonly place: number;
}

/** Step and symbol of a node that Alur wrote. */
export function readOwnNode(
  node: ModdleElement,
): { readonly step: OwnStep; readonly symbol: OwnSymbol } | undefined {
  const step = readExtension(node, 'alur:Step');
  const symbol = readExtension(node, 'alur:Symbol');
  const id = symbol && readOwn(symbol, 'id');
  if (!step || !symbol || id === undefined) return undefined;
  const text = readOwn(symbol, 'text');
  return {
    step: toOwnStep(step),
    symbol: {
      id,
      kind: readOwn(symbol, 'kind') ?? '',
      place: Number(readOwn(symbol, 'place') ?? 0),
      ...(text !== undefined && { text }),
    },
  };
}

function toOwnStep(element: ModdleElement): OwnStep {
  const own = (property: string) => readOwn(element, property) ?? '';
  const joint = readOwn(element, 'joint');
  return {
    id: own('id'),
    activity: own('activity'),
    requirements: own('requirements'),
    duration: own('duration'),
    output: own('output'),
    notes: own('notes'),
    ...(joint !== undefined && { joint: joint === 'true' }),
  };
}

export interface OwnFlow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label?: string;
  readonly route?: Raw;
}

export function readOwnFlow(flow: ModdleElement): OwnFlow | undefined {
  const element = readExtension(flow, 'alur:Flow');
  const id = element && readOwn(element, 'id');
  if (!element || id === undefined) return undefined;
  const label = readOwn(element, 'label');
  const route = readElement(element, 'route');
  return {
    id,
    from: readOwn(element, 'from') ?? '',
    to: readOwn(element, 'to') ?? '',
    ...(label !== undefined && { label }),
    ...(route && { route: readRoute(route) }),
  };
}

function readRoute(element: ModdleElement): Raw {
  const channel = readOwn(element, 'channel');
  const labelAt = readOwn(element, 'labelAt');
  const sides = (['exit', 'entry'] as const).flatMap((key) => {
    const side = readOwn(element, key);
    return side === undefined ? [] : [[key, side]];
  });
  return {
    ...Object.fromEntries(sides),
    ...(channel !== undefined && { channel: channel === '' ? null : channel }),
    ...(labelAt !== undefined && { labelAt: Number(labelAt) }),
  };
}

/** Fork, join or start that Alur added, with the step that it belongs to. */
export function readAuxiliary(
  node: ModdleElement,
): { readonly role: string; readonly step: string } | undefined {
  const element = readExtension(node, 'alur:Auxiliary');
  if (!element) return undefined;
  return { role: readOwn(element, 'role') ?? '', step: readOwn(element, 'step') ?? '' };
}
