import type { Procedure } from '#core/model/procedure.ts';
import { type Duration, parseDuration } from './duration.ts';
import { defaultPathBounds, findPaths, type Path, type PathBounds } from './findPaths.ts';
import { toFlowGraph } from './flowGraph.ts';

/** What one way through the procedure takes. */
export interface SimulatedPath {
  /** Step ids, in the order in which they are done; a step in a loop is there twice. */
  readonly steps: readonly string[];
  /** The labels of the exits that were taken at decisions. */
  readonly choices: readonly { readonly symbol: string; readonly label: string }[];
  readonly duration: Duration;
  /** Working minutes of each actor, in the order of the columns. */
  readonly loads: readonly ActorLoad[];
  /** Steps whose time could not be read. */
  readonly untimed: readonly string[];
}

interface ActorLoad extends Duration {
  readonly actor: string;
  readonly stepCount: number;
}

export interface Simulation {
  readonly paths: readonly SimulatedPath[];
  /** Over all paths; absent when there is none. */
  readonly total?: Duration;
  /** The least and most that each actor has to do. */
  readonly loads: readonly ActorLoad[];
  /** False when there are more paths than were walked. */
  readonly isComplete: boolean;
}

/** Walks every way through the procedure and adds up its times. */
export function simulate(procedure: Procedure, bounds: PathBounds = defaultPathBounds): Simulation {
  const { paths, isComplete } = findPaths(toFlowGraph(procedure), bounds);
  const simulated = paths.map((path) => simulatePath(procedure, path));
  const durations = simulated.map(({ duration }) => duration);
  return {
    paths: simulated,
    ...(durations.length > 0 && { total: spanOf(durations) }),
    loads: procedure.actors.map(({ id }) => spanLoads(id, simulated)),
    isComplete,
  };
}

function simulatePath({ actors }: Procedure, { nodes, flows }: Path): SimulatedPath {
  // A capsule above a box is one step, done once.
  const visits = nodes.filter(({ step }, index) => step !== nodes[index - 1]?.step);
  const kinds = new Map(nodes.map(({ symbol }) => [symbol.id, symbol.kind]));
  const timed = visits.map(({ step, symbol }) => ({
    step,
    actors: new Set((step.joint ? step.symbols : [symbol]).map((box) => box.actor)),
    duration: parseDuration(step.duration),
  }));
  return {
    steps: visits.map(({ step }) => step.id),
    choices: flows.flatMap(({ from, label }) =>
      label && kinds.get(from) === 'decision' ? [{ symbol: from, label }] : [],
    ),
    duration: sumOf(timed.flatMap(({ duration }) => duration ?? [])),
    loads: actors.map(({ id }) => {
      const own = timed.filter((visit) => visit.actors.has(id));
      const total = sumOf(own.flatMap(({ duration }) => duration ?? []));
      return { actor: id, stepCount: own.length, ...total };
    }),
    untimed: [...new Set(timed.flatMap(({ step, duration }) => (duration ? [] : [step.id])))],
  };
}

function sumOf(durations: readonly Duration[]): Duration {
  return {
    least: durations.reduce((sum, { least }) => sum + least, 0),
    most: durations.reduce((sum, { most }) => sum + most, 0),
  };
}

function spanOf(durations: readonly Duration[]): Duration {
  return {
    least: durations.reduce((least, each) => Math.min(least, each.least), Number.MAX_VALUE),
    most: durations.reduce((most, each) => Math.max(most, each.most), 0),
  };
}

function spanLoads(actor: string, paths: readonly SimulatedPath[]): ActorLoad {
  const own = paths.flatMap(({ loads }) => loads.filter((load) => load.actor === actor));
  const stepCount = own.reduce((most, load) => Math.max(most, load.stepCount), 0);
  return { actor, stepCount, ...(own.length === 0 ? { least: 0, most: 0 } : spanOf(own)) };
}
