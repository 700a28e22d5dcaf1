import fc from 'fast-check';
import { applyEdit } from '#core/edit/applyEdit.ts';
import type { Edit, Place, TextTarget } from '#core/edit/edit.ts';
import {
  IDENTITY_DATES,
  IDENTITY_LISTS,
  type Procedure,
  type RouteHint,
  STEP_TEXTS,
  type StepSymbol,
} from '#core/model/procedure.ts';
import { smallProcedure } from './smallProcedure.ts';

/**
 * A choice of what to do next, independent of the procedure: numbers that `toEdit` takes modulo what is
 * there. So a sequence of choices makes sense for any procedure and shrinks well.
 */
export interface Choice {
  readonly type: Exclude<Edit['type'], 'batch'>;
  readonly first: number;
  readonly second: number;
  readonly third: number;
  readonly text: string;
  /** Takes an id that may be in use or may have been, instead of a new one. */
  readonly reusesId: boolean;
}

const types: readonly Choice['type'][] = [
  'setText',
  'spliceText',
  'setDate',
  'addItem',
  'removeItem',
  'moveItem',
  'addActor',
  'moveActor',
  'removeActor',
  'groupActors',
  'addStep',
  'duplicateStep',
  'moveStep',
  'removeStep',
  'setJoint',
  'addSymbol',
  'setSymbolKind',
  'moveSymbol',
  'removeSymbol',
  'connect',
  'reverseFlow',
  'retargetFlow',
  'removeFlow',
  'setRoute',
  'tidyRoutes',
  'changeSettings',
  'setLogo',
];
/** So that procedures grow on average. */
const builders: readonly Choice['type'][] = [
  'addActor',
  'addStep',
  'addStep',
  'connect',
  'connect',
];

const text = fc.oneof(
  fc.constantFrom('', 'Ya', 'Tidak', 'Menerima berkas', 'a\u0007b', '😀', '\ud83d', 'baris\nkedua'),
  fc.string({ maxLength: 12 }),
);

const arbitraryChoice: fc.Arbitrary<Choice> = fc.record({
  type: fc.constantFrom(...types, ...builders),
  first: fc.nat(1000),
  second: fc.nat(1000),
  third: fc.nat(1000),
  text,
  reusesId: fc.nat(5).map((number) => number === 0),
});

/** One edit, or now and then a batch of some. */
export const arbitraryChoices: fc.Arbitrary<readonly Choice[]> = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(arbitraryChoice) },
  { weight: 1, arbitrary: fc.array(arbitraryChoice, { minLength: 2, maxLength: 4 }) },
);

/** A working day of edits. */
export const arbitraryDay: fc.Arbitrary<readonly (readonly Choice[])[]> = fc.array(
  arbitraryChoices,
  { minLength: 1, maxLength: 60, size: 'max' },
);

/**
 * The edit that the choices make of this procedure. A single one is not always possible; a batch holds
 * only what is possible one after the other. `newId` gives fresh ids.
 */
export function toEdit(
  choices: readonly Choice[],
  procedure: Procedure,
  newId: () => string,
): Edit {
  const [only] = choices;
  if (choices.length === 1 && only) return toSimpleEdit(only, procedure, newId);
  const edits: Edit[] = [];
  let current = procedure;
  for (const choice of choices) {
    const edit = toSimpleEdit(choice, current, newId);
    const result = applyEdit(current, edit);
    if (!result.ok) continue;
    edits.push(edit);
    current = result.procedure;
  }
  return { type: 'batch', edits };
}

/** The small procedure after a random day. */
export const arbitraryLater: fc.Arbitrary<Procedure> = arbitraryDay.map((day) => {
  let procedure = smallProcedure();
  let ids = 0;
  for (const choices of day) {
    const result = applyEdit(
      procedure,
      toEdit(choices, procedure, () => `n${++ids}`),
    );
    if (result.ok) procedure = result.procedure;
  }
  return procedure;
});

const LOGO = 'data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4=';

function toSimpleEdit(choice: Choice, procedure: Procedure, fresh: () => string): Edit {
  const { first, second, third } = choice;
  const newId = () => (choice.reusesId ? `x${third % 4}` : fresh());
  const actors = procedure.actors.map((actor) => actor.id);
  const steps = procedure.steps.map((step) => step.id);
  const symbols = procedure.steps.flatMap((step) => step.symbols.map((symbol) => symbol.id));
  const flows = procedure.flows.map((flow) => flow.id);
  const list = at(IDENTITY_LISTS, first) ?? 'unit';
  const newSymbol = (id: string, actor: number): StepSymbol => ({
    id,
    actor: pick(actors, actor),
    kind: at(['process', 'decision', 'terminator'] as const, third) ?? 'process',
    ...(third % 3 === 0 && { text: choice.text }),
  });
  switch (choice.type) {
    case 'setText':
      return { type: 'setText', target: toTarget(choice, procedure), text: choice.text };
    case 'spliceText':
      return {
        type: 'spliceText',
        target: toTarget(choice, procedure),
        at: third % 5,
        remove: third % 3,
        insert: choice.text,
      };
    case 'setDate': {
      const date = at([null, '2026-06-02', '2026-02-30'], second) ?? null;
      return { type: 'setDate', field: at(IDENTITY_DATES, first) ?? 'createdOn', date };
    }
    case 'addItem':
      return { type: 'addItem', list, index: second % 4, text: choice.text };
    case 'removeItem':
      return { type: 'removeItem', list, index: second % 4 };
    case 'moveItem':
      return { type: 'moveItem', list, from: second % 4, to: third % 4 };
    case 'addActor':
      return {
        type: 'addActor',
        actor: { id: newId(), name: choice.text, ...(third % 2 === 0 && { group: 'KPU' }) },
        place: toPlace(actors, first, second),
      };
    case 'moveActor':
      return {
        type: 'moveActor',
        actor: pick(actors, first),
        place: toPlace(actors, second, third),
      };
    case 'removeActor':
      return { type: 'removeActor', actor: pick(actors, first) };
    case 'groupActors':
      return {
        type: 'groupActors',
        actors: [pick(actors, first), pick(actors, second)],
        group: choice.text,
      };
    case 'addStep': {
      const count = actors.length === 0 ? 0 : third % 3;
      const own = Array.from({ length: count }, (_, index) =>
        newSymbol(index === 0 ? newId() : fresh(), first + index),
      );
      const link = { flow: newId(), ...(third % 2 === 0 && { after: pick(symbols, second) }) };
      return {
        type: 'addStep',
        step: { id: newId(), activity: choice.text, symbols: own },
        place: toPlace(steps, first, second),
        ...(second % 3 !== 0 && { link }),
      };
    }
    case 'duplicateStep': {
      const step = at(procedure.steps, first);
      return {
        type: 'duplicateStep',
        step: step?.id ?? 'none',
        id: newId(),
        symbols: step?.symbols.map(fresh) ?? [],
      };
    }
    case 'moveStep':
      return { type: 'moveStep', step: pick(steps, first), place: toPlace(steps, second, third) };
    case 'removeStep':
      return { type: 'removeStep', step: pick(steps, first) };
    case 'setJoint':
      return { type: 'setJoint', step: pick(steps, first), joint: second % 2 === 0 };
    case 'addSymbol':
      return { type: 'addSymbol', step: pick(steps, first), symbol: newSymbol(newId(), second) };
    case 'setSymbolKind':
      return {
        type: 'setSymbolKind',
        symbol: pick(symbols, first),
        kind: at(['process', 'decision', 'terminator'] as const, second) ?? 'process',
      };
    case 'moveSymbol':
      return {
        type: 'moveSymbol',
        symbol: pick(symbols, first),
        step: pick(steps, second),
        actor: pick(actors, third),
      };
    case 'removeSymbol':
      return { type: 'removeSymbol', symbol: pick(symbols, first) };
    case 'connect':
      return {
        type: 'connect',
        flow: {
          id: newId(),
          from: pick(symbols, first),
          to: pick(symbols, second),
          ...(third % 3 === 0 && { label: choice.text }),
        },
      };
    case 'reverseFlow':
      return { type: 'reverseFlow', flow: pick(flows, first) };
    case 'retargetFlow':
      return {
        type: 'retargetFlow',
        flow: pick(flows, first),
        end: second % 2 === 0 ? 'from' : 'to',
        symbol: pick(symbols, third),
      };
    case 'removeFlow':
      return { type: 'removeFlow', flow: pick(flows, first) };
    case 'setRoute':
      return { type: 'setRoute', flow: pick(flows, first), route: toRoute(choice, actors) };
    case 'tidyRoutes':
      return { type: 'tidyRoutes' };
    case 'changeSettings':
      return {
        type: 'changeSettings',
        settings: {
          ...(first % 2 === 0 && { paper: at(['a4', 'f4', null] as const, second) ?? null }),
          ...(third % 2 === 0 && { typeSizePt: at([9, 10, 99, null], second) ?? null }),
          ...(third % 3 === 0 && { tableNote: choice.text }),
        },
      };
    case 'setLogo':
      return { type: 'setLogo', logo: at([null, LOGO, 'http://example.com/a.png'], first) ?? null };
  }
}

function toTarget(
  { first, second }: Choice,
  { identity, actors, steps, flows }: Procedure,
): TextTarget {
  const symbols = steps.flatMap((step) => step.symbols);
  const list = at(IDENTITY_LISTS, second) ?? 'unit';
  const targets: readonly TextTarget[] = [
    { of: 'title' },
    { of: 'number' },
    { of: 'approver', field: at(['position', 'name', 'nip'] as const, second) ?? 'name' },
    { of: 'item', list, index: second % (identity[list].length + 1) },
    { of: 'actor', actor: pick(actors.map(idOf), second) },
    { of: 'group', actor: pick(actors.map(idOf), second) },
    {
      of: 'step',
      step: pick(steps.map(idOf), second),
      field: at(STEP_TEXTS, second) ?? 'activity',
    },
    { of: 'symbol', symbol: pick(symbols.map(idOf), second) },
    { of: 'label', flow: pick(flows.map(idOf), second) },
  ];
  return at(targets, first) ?? { of: 'title' };
}

function toPlace(ids: readonly string[], which: number, anchor: number): Place {
  if (which % 3 === 0 || ids.length === 0) return { at: 'end' };
  const id = pick(ids, anchor);
  return which % 3 === 1 ? { before: id } : { after: id };
}

function toRoute({ second, third }: Choice, actors: readonly string[]): RouteHint | null {
  if (second % 5 === 0) return null;
  const sides = ['top', 'right', 'bottom', 'left'] as const;
  const exit = at(sides, second);
  const entry = at(sides, third);
  return {
    ...(exit && second % 2 === 0 && { exit }),
    ...(entry && third % 2 === 0 && { entry }),
    ...(third % 3 !== 0 && { channel: third % 3 === 1 ? null : pick(actors, second) }),
    ...(second % 3 === 0 && { labelAt: (third % 12) / 10 }),
  };
}

function pick(ids: readonly string[], index: number): string {
  return at(ids, index) ?? 'none';
}

function at<T>(items: readonly T[], index: number): T | undefined {
  return items[index % items.length];
}

function idOf({ id }: { readonly id: string }): string {
  return id;
}
