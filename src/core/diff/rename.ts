import type { Actor, Flow, Procedure, Step, StepSymbol } from '#core/model/procedure.ts';
import { type Content, matchByContent, toWords } from './matchByContent.ts';
import type { IdPair, Renamed } from './procedureDiff.ts';

interface HasId {
  readonly id: string;
}

/** So similar two actors or steps must be, where their ids differ, to be taken for the same. */
const LEAST_SIMILARITY = 0.6;

/**
 * Things whose id is in one of the procedures only, paired by what they say: actors by name, steps by
 * activity and actors, the symbols of paired steps by actor and kind, arrows by their ends and label.
 * Undefined where nothing is paired.
 */
export function findRenamed(before: Procedure, after: Procedure): Renamed | undefined {
  const actors = pairStrangers(before.actors, after.actors, actorContent);
  const columns = renameActors(before, actors);
  const steps = pairStrangers(columns.steps, after.steps, stepContent);
  const rows = renameSteps(columns, steps);
  const symbols = pairSymbols(rows, after);
  const cells = renameSymbols(rows, symbols);
  const flows = pairStrangers(cells.flows, after.flows, flowContent);
  const renamed = { actors, steps, symbols, flows };
  return Object.values(renamed).some(({ length }) => length > 0) ? renamed : undefined;
}

/** The procedure with the ids of the other one. */
export function renameThings(
  procedure: Procedure,
  { actors, steps, symbols, flows }: Renamed,
): Procedure {
  const columns = renameActors(procedure, actors);
  const cells = renameSymbols(renameSteps(columns, steps), symbols);
  return { ...cells, flows: renameAll(cells.flows, toNames(flows)) };
}

/** Pairs among the things whose id the other side does not have. */
function pairStrangers<T extends HasId>(
  before: readonly T[],
  after: readonly T[],
  toContent: (thing: T) => Content,
): readonly IdPair[] {
  return pairByContent(without(before, idsOf(after)), without(after, idsOf(before)), toContent);
}

function pairByContent<T extends HasId>(
  strangers: readonly T[],
  others: readonly T[],
  toContent: (thing: T) => Content,
): readonly IdPair[] {
  if (strangers.length === 0 || others.length === 0) return [];
  const pairs = matchByContent(strangers.map(toContent), others.map(toContent), LEAST_SIMILARITY);
  return pairs.flatMap((pair) => {
    const [was, is] = [strangers[pair.before], others[pair.after]];
    return was && is ? [{ before: was.id, after: is.id }] : [];
  });
}

function idsOf(things: readonly HasId[]): ReadonlySet<string> {
  return new Set(things.map(({ id }) => id));
}

function without<T extends HasId>(things: readonly T[], ids: ReadonlySet<string>): readonly T[] {
  return things.filter(({ id }) => !ids.has(id));
}

function actorContent({ name, group = '' }: Actor): Content {
  const words = toWords(name);
  const plain = words.join(' ');
  return { keys: [plain && JSON.stringify([plain, group]), plain], words };
}

function stepContent({ activity, symbols }: Step): Content {
  const words = toWords(activity);
  const plain = words.join(' ');
  const actors = symbols.map(({ actor }) => actor);
  return {
    keys: [plain && JSON.stringify([plain, actors]), plain],
    words: [...words, ...new Set(actors.map((actor) => `@${actor}`))],
  };
}

function flowContent({ from, to, label = '' }: Flow): Content {
  const keys = [
    [from, to, label],
    [from, to],
    // A branch that leads elsewhere is still that branch.
    [from, null, label],
  ].map((key) => JSON.stringify(key));
  return { keys, words: [] };
}

function symbolContent({ actor, kind, text = '' }: StepSymbol): Content {
  const keys = [[actor, kind, text], [actor, kind], [actor]].map((key) => JSON.stringify(key));
  return { keys: [...keys, 'any'], words: [] };
}

/** A symbol of a paired step that is only there before is the one that is only there after. */
function pairSymbols(before: Procedure, after: Procedure): readonly IdPair[] {
  const [known, knownAfter] = [idsOf(symbolsOf(before)), idsOf(symbolsOf(after))];
  const stepsAfter = new Map(after.steps.map((step) => [step.id, step]));
  return before.steps.flatMap((step) => {
    const other = stepsAfter.get(step.id);
    if (!other || other === step) return [];
    const strangers = without(step.symbols, knownAfter);
    return pairByContent(strangers, without(other.symbols, known), symbolContent);
  });
}

function symbolsOf({ steps }: Procedure): readonly StepSymbol[] {
  return steps.flatMap(({ symbols }) => symbols);
}

function renameActors(procedure: Procedure, pairs: readonly IdPair[]): Procedure {
  if (pairs.length === 0) return procedure;
  const names = toNames(pairs);
  const steps = procedure.steps.map((step) => ({
    ...step,
    symbols: step.symbols.map((symbol) => ({ ...symbol, actor: nameOf(names, symbol.actor) })),
  }));
  const flows = procedure.flows.map((flow) => {
    const channel = flow.route?.channel;
    if (typeof channel !== 'string') return flow;
    return { ...flow, route: { ...flow.route, channel: nameOf(names, channel) } };
  });
  return { ...procedure, actors: renameAll(procedure.actors, names), steps, flows };
}

function renameSteps(procedure: Procedure, pairs: readonly IdPair[]): Procedure {
  if (pairs.length === 0) return procedure;
  return { ...procedure, steps: renameAll(procedure.steps, toNames(pairs)) };
}

function renameSymbols(procedure: Procedure, pairs: readonly IdPair[]): Procedure {
  if (pairs.length === 0) return procedure;
  const names = toNames(pairs);
  const steps = procedure.steps.map((step) => ({
    ...step,
    symbols: renameAll(step.symbols, names),
  }));
  const flows = procedure.flows.map((flow) => ({
    ...flow,
    from: nameOf(names, flow.from),
    to: nameOf(names, flow.to),
  }));
  return { ...procedure, steps, flows };
}

/** New ids by old ones. */
type Names = ReadonlyMap<string, string>;

function toNames(pairs: readonly IdPair[]): Names {
  return new Map(pairs.map(({ before, after }) => [before, after]));
}

function nameOf(names: Names, id: string): string {
  return names.get(id) ?? id;
}

function renameAll<T extends HasId>(things: readonly T[], names: Names): readonly T[] {
  return things.map((thing) => ({ ...thing, id: nameOf(names, thing.id) }));
}
