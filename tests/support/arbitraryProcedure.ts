import fc from 'fast-check';
import type { Actor, Flow, Procedure, Step, StepSymbol } from '#core/model/procedure.ts';
import { smallProcedure } from './smallProcedure.ts';

/** Bounds of the procedures to make. */
export interface ProcedureBounds {
  readonly steps?: { readonly least?: number; readonly most?: number };
  readonly actors?: { readonly least?: number; readonly most?: number };
}

/** What is special about one step; numbers are taken modulo what is there. */
interface StepChoice {
  readonly actor: number;
  readonly shape: 'one' | 'one' | 'decision' | 'three-way' | 'joint' | 'parallel' | 'stacked';
  readonly other: number;
  /** Where the second and third exit of a decision lead: so many steps back (or, negative, ahead). */
  readonly back: number;
  readonly back2: number;
  readonly words: number;
  /** How many words stand in its symbol; mostly none. */
  readonly symbolWords: number;
}

const WORDS = 'menerima memeriksa dan menandatangani berita acara hasil rapat pleno terbuka'.split(
  ' ',
);

/**
 * Whole procedures as offices write them, only wilder: decisions with two or three labelled exits,
 * loops back (many into one step) and jumps ahead, boxes done together, several symbols in a row,
 * a capsule above a box, actors without symbols. Small ones are more frequent.
 */
export function arbitraryProcedure(bounds: ProcedureBounds = {}): fc.Arbitrary<Procedure> {
  const { least: fewestSteps = 2, most: mostSteps = 200 } = bounds.steps ?? {};
  const { least: fewestActors = 1, most: mostActors = 15 } = bounds.actors ?? {};
  const choice: fc.Arbitrary<StepChoice> = fc.record({
    actor: fc.nat(30),
    shape: fc.constantFrom<StepChoice['shape'][]>(
      ...(['one', 'one', 'one', 'one', 'decision', 'decision'] as const),
      ...(['three-way', 'joint', 'parallel', 'stacked'] as const),
    ),
    other: fc.nat(30),
    back: fc.integer({ min: -6, max: 12 }),
    back2: fc.integer({ min: -4, max: 30 }),
    words: fc.nat(12),
    symbolWords: fc.oneof(
      { weight: 9, arbitrary: fc.constant(0) },
      { weight: 2, arbitrary: fc.integer({ min: 1, max: 10 }) },
      { weight: 1, arbitrary: fc.integer({ min: 11, max: 45 }) },
    ),
  });
  return fc
    .record({
      actors: fc.integer({ min: fewestActors, max: mostActors }),
      longNames: fc.nat(8),
      steps: fc.array(choice, { minLength: fewestSteps, maxLength: mostSteps, size: 'max' }),
    })
    .map(({ actors, longNames, steps }) => toProcedure({ actors, longNames }, steps));
}

/** The same procedure for the same seed, with as many steps and actors as asked: for benchmarks. */
export function sampleProcedure(steps: number, actors: number, seed: number): Procedure {
  const bounds = {
    steps: { least: steps, most: steps },
    actors: { least: actors, most: actors },
  };
  const [procedure] = fc.sample(arbitraryProcedure(bounds), { seed, numRuns: 1 });
  if (!procedure) throw new RangeError(`No procedure for seed ${seed}`);
  return procedure;
}

/** As offices are called. */
const LONG_NAME = 'Kepala Subbagian Keuangan, Umum, dan Logistik Sekretariat KPU Kabupaten/Kota';

interface ActorChoice {
  readonly actors: number;
  /** Every so many-eth actor has a long name; 0 for none. */
  readonly longNames: number;
}

function toProcedure(
  { actors: count, longNames }: ActorChoice,
  choices: readonly StepChoice[],
): Procedure {
  const actors = Array.from({ length: count }, (_, index): Actor => {
    const isLong = longNames > 2 && index % longNames === 2;
    return { id: `a${index}`, name: `${isLong ? LONG_NAME : 'Pelaksana'} ${index + 1}` };
  });
  const steps = choices.map((choice, index) =>
    toStep(choice, index, index === choices.length - 1, count),
  );
  return { ...smallProcedure(), actors, steps, flows: toFlows(choices, steps) };
}

function toStep(choice: StepChoice, index: number, isLast: boolean, actors: number): Step {
  const actor = choice.actor % actors;
  const id = `s${index}`;
  const text = toSymbolText(choice.symbolWords, choice.other);
  const symbol = (suffix: string, column: number, kind: StepSymbol['kind']): StepSymbol => ({
    id: `${id}${suffix}`,
    actor: `a${column % actors}`,
    kind,
    ...(text && { text }),
  });
  const step = {
    ...smallProcedure().steps[0],
    id,
    activity: WORDS.slice(0, choice.words).join(' '),
    requirements: '',
    duration: '1 hari',
    output: '',
    notes: '',
  };
  if (index === 0 || isLast) return { ...step, symbols: [symbol('', actor, 'terminator')] };
  const next = actor + 1 + (choice.other % Math.max(1, actors - 1));
  switch (choice.shape) {
    case 'one':
      return { ...step, symbols: [symbol('', actor, 'process')] };
    case 'decision':
    case 'three-way':
      return { ...step, symbols: [symbol('', actor, 'decision')] };
    case 'joint':
      if (actors === 1) return { ...step, symbols: [symbol('', actor, 'process')] };
      return {
        ...step,
        symbols: [symbol('', actor, 'process'), symbol('b', next, 'process')],
        joint: true,
      };
    case 'parallel':
      return { ...step, symbols: [symbol('', actor, 'process'), symbol('b', next, 'process')] };
    case 'stacked':
      return { ...step, symbols: [symbol('', actor, 'terminator'), symbol('b', actor, 'process')] };
  }
}

const SYMBOL_WORDS =
  'apakah seluruh berkas sudah lengkap, sah, dapat dipertanggungjawabkan, serta-merta benar'.split(
    ' ',
  );

function toSymbolText(words: number, from: number): string {
  return Array.from(
    { length: words },
    (_, index) => SYMBOL_WORDS[(from + index) % SYMBOL_WORDS.length],
  ).join(' ');
}

function toFlows(choices: readonly StepChoice[], steps: readonly Step[]): readonly Flow[] {
  const flows: Flow[] = [];
  const add = (from: string, to: string, label?: string) => {
    if (from === to || flows.some((flow) => flow.from === from && flow.to === to)) return;
    const flow = { id: `f${flows.length}`, from, to };
    flows.push(label ? { ...flow, label } : flow);
  };
  choices.forEach((choice, index) => {
    const next = index + 1;
    if (next >= steps.length) return;
    const id = `s${index}`;
    const symbols = steps[index]?.symbols ?? [];
    const decides = symbols[0]?.kind === 'decision';
    const isStacked = symbols[0]?.kind === 'terminator' && symbols.length === 2;
    if (isStacked) add(id, `${id}b`);
    add(isStacked ? `${id}b` : id, `s${next}`, decides ? 'Ya' : undefined);
    if (symbols.length === 2 && !isStacked && !steps[index]?.joint) {
      add(`s${index - 1}`, `${id}b`, steps[index - 1]?.symbols[0]?.kind === 'decision' ? 'A' : '');
      add(`${id}b`, `s${next}`);
    }
    if (!decides) return;
    add(id, `s${clamp(index - choice.back, 0, steps.length - 1)}`, 'Tidak');
    if (choice.shape === 'three-way')
      add(id, `s${clamp(index - choice.back2, 0, steps.length - 1)}`, 'Perbaikan');
  });
  return flows;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
