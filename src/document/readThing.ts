import * as Y from 'yjs';
import { printable } from '#core/edit/result.ts';
import { isIsoDate } from '#core/model/dates.ts';
import { limits } from '#core/model/limits.ts';
import type { Actor, Flow, Step, StepSymbol, SymbolKind } from '#core/model/procedure.ts';
import { picture, routeHintSchema, settingsSchema } from '#core/model/schema.ts';
import type { Settings } from '#core/model/settings.ts';

/** A step without its symbols, which are things of their own. */
export type StepRow = Omit<Step, 'symbols'>;

/** A symbol and the step whose row it stands in. */
export interface PlacedSymbol {
  readonly step: string;
  readonly symbol: StepSymbol;
}

/*
 * Whatever stands in the shared document, reading gives values that a file may hold: a foreign program
 * may write anything, and two people's texts together may be too long.
 */

export function readActor(id: string, thing: Y.Map<unknown>): Actor | undefined {
  if (!isUsableId(id)) return undefined;
  const group = thing.get('group');
  return {
    id,
    name: toText(thing.get('name')),
    ...(typeof group === 'string' && { group: toText(group) }),
  };
}

export function readStep(id: string, thing: Y.Map<unknown>): StepRow | undefined {
  if (!isUsableId(id)) return undefined;
  const joint = thing.get('joint');
  return {
    id,
    activity: toText(thing.get('activity')),
    requirements: toText(thing.get('requirements')),
    duration: toText(thing.get('duration')),
    output: toText(thing.get('output')),
    notes: toText(thing.get('notes')),
    ...(typeof joint === 'boolean' && { joint }),
  };
}

export function readSymbol(id: string, thing: Y.Map<unknown>): PlacedSymbol | undefined {
  const step = thing.get('step');
  const actor = thing.get('actor');
  if (!isUsableId(id) || typeof step !== 'string' || typeof actor !== 'string') return undefined;
  const text = toText(thing.get('text'));
  const symbol = { id, actor, kind: toKind(thing.get('kind')), ...(text !== '' && { text }) };
  return { step, symbol };
}

export function readFlow(id: string, thing: Y.Map<unknown>): Flow | undefined {
  const from = thing.get('from');
  const to = thing.get('to');
  if (!isUsableId(id) || typeof from !== 'string' || typeof to !== 'string') return undefined;
  const label = thing.get('label');
  const route = thing.get('route');
  const isRoute = route !== undefined && routeHintSchema.safeParse(route).success;
  return {
    id,
    from,
    to,
    ...(typeof label === 'string' && { label: toText(label) }),
    ...(isRoute && { route: route as Flow['route'] & object }),
  };
}

export function readItem(_id: string, thing: Y.Map<unknown>): string {
  return toText(thing.get('text'));
}

/** Undefined when nothing departs from the defaults. */
export function readSettings(map: Y.Map<unknown>): Settings | undefined {
  const known = Object.entries(settingsSchema.shape).flatMap(([key, schema]) => {
    const value = map.get(key);
    return value !== undefined && schema.safeParse(value).success ? [[key, value] as const] : [];
  });
  return known.length > 0 ? (Object.fromEntries(known) as Settings) : undefined;
}

export function readDate(value: unknown): string | null {
  return typeof value === 'string' && isIsoDate(value) ? value : null;
}

export function readLogo(value: unknown): string | undefined {
  const parsed = picture.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

export function toText(value: unknown): string {
  const text = value instanceof Y.Text ? value.toString() : value;
  return typeof text === 'string' ? printable(text.slice(0, limits.maxTextLength)) : '';
}

function toKind(value: unknown): SymbolKind {
  return value === 'terminator' || value === 'decision' ? value : 'process';
}

function isUsableId(id: string): boolean {
  return id !== '' && id.length <= limits.maxIdLength && printable(id) === id;
}
