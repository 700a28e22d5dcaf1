import type { Flow, Procedure, Step } from '#core/model/procedure.ts';
import { smallProcedure } from './smallProcedure.ts';

/**
 * A procedure as offices write them, long or short: the work wanders between actors, every fifth
 * step is a decision whose Tidak leads one to four steps back. The same for the same seed.
 */
export function typicalProcedure(steps: number, actors: number, seed: number): Procedure {
  const next = openNumbers(seed);
  let actor = 0;
  const rows: Step[] = [];
  const flows: Flow[] = [];
  for (let index = 0; index < steps; index += 1) {
    if (actors > 1 && next(10) < 7) actor = (actor + 1 + next(actors - 1)) % actors;
    const isEnd = index === 0 || index === steps - 1;
    const decides = !isEnd && next(5) === 0;
    const id = `s${index}`;
    const kind = decides ? 'decision' : isEnd ? 'terminator' : 'process';
    rows.push({
      id: `row ${index}`,
      activity: 'Memeriksa kelengkapan berkas'.slice(0, 10 + next(18)),
      requirements: 'Berkas',
      duration: '1 hari',
      output: 'Catatan',
      notes: '',
      symbols: [{ id, actor: `a${actor}`, kind }],
    });
    if (index < steps - 1) {
      const onwards = { id: `f${index}`, from: id, to: `s${index + 1}` };
      flows.push(decides ? { ...onwards, label: 'Ya' } : onwards);
    }
    const back = `s${Math.max(0, index - 1 - next(4))}`;
    if (decides) flows.push({ id: `b${index}`, from: id, to: back, label: 'Tidak' });
  }
  return {
    ...smallProcedure(),
    actors: Array.from({ length: actors }, (_, index) => ({ id: `a${index}`, name: `A${index}` })),
    steps: rows,
    flows,
  };
}

/** Whole numbers below a bound, one after the other, from a linear congruence. */
function openNumbers(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % bound;
  };
}
