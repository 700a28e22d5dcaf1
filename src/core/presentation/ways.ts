import type { Flow, Procedure, Step } from '#core/model/procedure.ts';
import { toFlowGraph } from '#core/simulation/flowGraph.ts';

/** One way from a step to another: arrows of the same words to the same step are one. */
export interface Exit {
  /** The first of its arrows. */
  readonly flow: string;
  /** Empty where nothing is written at the arrow. */
  readonly label: string;
  /** The step that it leads to. */
  readonly to: string;
}

/** A step as a station of the presentation: a row with all that stands in it is shown as one. */
export interface Way {
  readonly step: Step;
  /** From 0. */
  readonly row: number;
  /** In the order in which they are offered: "Ya" first, then as they were drawn. */
  readonly exits: readonly Exit[];
  /** No way leads here from a start: shown last, as lying outside the flow. */
  readonly isOutside: boolean;
}

/** The ways through a procedure, step by step. */
export interface Ways {
  /** By step, in row order. */
  readonly ways: ReadonlyMap<string, Way>;
  /** The steps where the flow begins, in row order; none only where there is no step. */
  readonly starts: readonly string[];
}

const known = new WeakMap<Procedure, Ways>();

/** Reads the ways of a procedure; the same object for the same procedure. */
export function toWays(procedure: Procedure): Ways {
  const before = known.get(procedure);
  if (before) return before;
  const ways = readWays(procedure);
  known.set(procedure, ways);
  return ways;
}

/** Says of "Ya", "Y" and "Yes" that they are the way that goes on. */
function isYes(label: string): boolean {
  return /^(ya|y|yes)$/i.test(label.trim());
}

function readWays(procedure: Procedure): Ways {
  const { steps, flows } = procedure;
  const stepOf = new Map(
    steps.flatMap((step) => step.symbols.map((symbol) => [symbol.id, step.id] as const)),
  );
  const exits = new Map<string, Exit[]>(steps.map(({ id }) => [id, []]));
  for (const flow of flows) {
    const [from, to] = [stepOf.get(flow.from), stepOf.get(flow.to)];
    const own = from === undefined ? undefined : exits.get(from);
    if (own && to !== undefined && to !== from) addExit(own, flow, to);
  }
  const starts = findStarts(procedure);
  const reached = reach(exits, starts);
  const ways = steps.map((step, row): [string, Way] => [
    step.id,
    {
      step,
      row,
      exits: (exits.get(step.id) ?? []).toSorted(
        (a, b) => Number(isYes(b.label)) - Number(isYes(a.label)),
      ),
      isOutside: !reached.has(step.id),
    },
  ]);
  return { ways: new Map(ways), starts };
}

function addExit(exits: Exit[], { id, label = '' }: Flow, to: string): void {
  if (exits.some((exit) => exit.to === to && exit.label === label)) return;
  exits.push({ flow: id, label, to });
}

/** Where no capsule begins the flow, it begins with the first row. */
function findStarts(procedure: Procedure): readonly string[] {
  const starts = new Set(toFlowGraph(procedure).starts.map(({ step }) => step.id));
  const inOrder = procedure.steps.map(({ id }) => id);
  return starts.size > 0 ? inOrder.filter((id) => starts.has(id)) : inOrder.slice(0, 1);
}

function reach(
  exits: ReadonlyMap<string, readonly Exit[]>,
  starts: readonly string[],
): ReadonlySet<string> {
  const reached = new Set(starts);
  // A set goes on to what is added to it on the way.
  for (const step of reached) for (const { to } of exits.get(step) ?? []) reached.add(to);
  return reached;
}
