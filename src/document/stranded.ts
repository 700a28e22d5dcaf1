import type * as Y from 'yjs';
import type { Procedure } from '#core/model/procedure.ts';
import { findThing, type Shape, type Things } from './shape.ts';
import { writeValue } from './writeThings.ts';

/** Where the thing stood or led, by key. */
type Standing = Readonly<Record<string, string>>;

/**
 * An undo can put a thing back to where nothing is any more: a symbol into a row that somebody else has
 * deleted since. Such a thing stays where it was before the undo.
 */
export function keepStranded(doc: Y.Doc, shape: Shape, before: Procedure, after: Procedure): void {
  const symbols = findStranded(shape.symbols, symbolsOf(before), symbolsOf(after), {
    step: idsOf(after.steps),
    actor: idsOf(after.actors),
  });
  const symbolIds = new Set([...symbolsOf(after).keys(), ...symbols.keys()]);
  const flows = findStranded(shape.flows, flowsOf(before), flowsOf(after), {
    from: symbolIds,
    to: symbolIds,
  });
  if (symbols.size + flows.size === 0) return;
  doc.transact(() => {
    for (const [id, standing] of symbols) write(findThing(shape.symbols, id), standing);
    for (const [id, standing] of flows) write(findThing(shape.flows, id), standing);
  });
}

/** What was shown and now hangs in the air, though it could still stand where it was. */
function findStranded(
  things: Things,
  before: ReadonlyMap<string, Standing>,
  after: ReadonlyMap<string, Standing>,
  grounds: Readonly<Record<string, ReadonlySet<string>>>,
): ReadonlyMap<string, Standing> {
  const keys = Object.keys(grounds);
  const isOn = (key: string, ground: unknown) =>
    typeof ground === 'string' && grounds[key]?.has(ground) === true;
  const stranded = new Map<string, Standing>();
  for (const [id, standing] of before) {
    const thing = after.has(id) ? undefined : findThing(things, id);
    if (!thing) continue;
    const hangs = !keys.every((key) => isOn(key, thing.get(key)));
    if (hangs && keys.every((key) => isOn(key, standing[key]))) stranded.set(id, standing);
  }
  return stranded;
}

function write(thing: Y.Map<unknown> | undefined, standing: Standing): void {
  for (const [key, value] of Object.entries(standing))
    if (thing) writeValue(thing, key, value, thing.get(key));
}

function symbolsOf({ steps }: Procedure): ReadonlyMap<string, Standing> {
  return new Map(
    steps.flatMap((step) =>
      step.symbols.map(({ id, actor }) => [id, { step: step.id, actor }] as const),
    ),
  );
}

function flowsOf({ flows }: Procedure): ReadonlyMap<string, Standing> {
  return new Map(flows.map(({ id, from, to }) => [id, { from, to }]));
}

function idsOf(parts: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(parts.map(({ id }) => id));
}
