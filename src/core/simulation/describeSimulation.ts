import type { Procedure } from '#core/model/procedure.ts';
import { type Duration, formatDuration } from './duration.ts';
import type { SimulatedPath, Simulation } from './simulate.ts';

const MOST_LINES = 20;

/** The simulation as a person reads it in a terminal, in Indonesian. */
export function describeSimulation(procedure: Procedure, simulation: Simulation): string {
  const { paths, total, loads, isComplete } = simulation;
  if (!total) return 'Tidak ada jalur dari awal sampai akhir.\n';
  const rowOf = new Map(procedure.steps.map((step, index) => [step.id, index + 1]));
  const shown = paths.slice(0, MOST_LINES).map((path, index) => toPathLine(path, index, rowOf));
  const hidden = paths.length - shown.length;
  const untimed = new Set(paths.flatMap((path) => path.untimed));
  const nameOf = new Map(procedure.actors.map(({ id, name }) => [id, name]));
  return [
    `Waktu keseluruhan: ${toSpan(total)} (1 hari kerja = 7 jam 30 menit)`,
    `Jalur: ${paths.length}${isComplete ? '' : ' atau lebih'}`,
    ...shown,
    ...(hidden > 0 ? [`  … dan ${hidden} jalur lain`] : []),
    'Beban pelaksana:',
    ...loads.map((load) => {
      const name = nameOf.get(load.actor) ?? load.actor;
      return `  ${name}: ${toSpan(load)}, paling banyak ${load.stepCount} langkah`;
    }),
    ...(untimed.size > 0 ? [`Tanpa waktu yang terbaca: ${toRows([...untimed], rowOf)}`] : []),
    '',
  ].join('\n');
}

function toPathLine(
  path: SimulatedPath,
  index: number,
  rowOf: ReadonlyMap<string, number>,
): string {
  const labels = path.choices.map(({ label }) => label).join(', ');
  const choices = labels === '' ? '' : ` (${labels})`;
  return `  ${index + 1}. ${toSpan(path.duration)}: langkah ${toRows(path.steps, rowOf)}${choices}`;
}

function toRows(steps: readonly string[], rowOf: ReadonlyMap<string, number>): string {
  return steps.map((step) => rowOf.get(step) ?? '?').join(', ');
}

function toSpan({ least, most }: Duration): string {
  const [from, to] = [formatDuration(least), formatDuration(most)];
  return from === to ? from : `${from} sampai ${to}`;
}
