import fc from 'fast-check';
import type { Flow, Procedure, RouteHint, Step } from '#core/model/procedure.ts';
import type { Settings } from '#core/model/settings.ts';

// Everything that the format allows and that files have trouble with.
const text = fc.oneof(
  fc.constantFrom('', ' ', 'a<b>&"\'', 'baris 1\nbaris 2', '\r\n\t \\t', '\n\r', 'é 日本 🗳️', ']]>'),
  fc
    .string({ unit: 'grapheme', maxLength: 30 })
    .filter((value) => !/[\p{Cc}\p{Surrogate}\ufffe\uffff]/u.test(value)),
);

const id = fc.oneof(
  fc.constantFrom('1', 'a b', 'ä/ö', '<x>', 'a:b', '__proto__', 'constructor', '日本'),
  fc.string({ minLength: 1, maxLength: 12 }),
);

const ids = (most: number) => fc.uniqueArray(id, { minLength: 0, maxLength: most });

function optional<T extends object>(values: { [Key in keyof T]: fc.Arbitrary<T[Key]> }) {
  return fc.record(values, { requiredKeys: [] });
}

const settings = optional<Required<Settings>>({
  paper: fc.constantFrom('a4', 'f4', 'letter', 'legal', 'a3'),
  orientation: fc.constantFrom('landscape', 'portrait'),
  marginMm: fc.double({ min: 5, max: 40, noNaN: true }),
  footerBandMm: fc.integer({ min: 0, max: 60 }),
  typeFamily: fc.constantFrom('arial', 'bookman', 'times'),
  typeSizePt: fc.double({ min: 6, max: 14, noNaN: true }),
  symbolScale: fc.double({ min: 0.7, max: 2, noNaN: true }),
  terminatorStyle: fc.constantFrom('activity', 'extra'),
  exitLabels: fc.constantFrom('words', 'letters'),
  columnNumbers: fc.boolean(),
  startsOnIdentityPage: fc.boolean(),
  cover: fc.boolean(),
  decreePage: fc.boolean(),
  draftMark: fc.boolean(),
  tableNote: text,
});

const list = fc.array(text, { maxLength: 3 });
const date = fc.constantFrom(null, '2026-06-02', '2025-12-31');

const identity = fc.record(
  {
    title: text,
    number: text,
    unit: list,
    createdOn: date,
    revisedOn: date,
    effectiveOn: date,
    approver: fc.record({ position: text, name: text, nip: text }),
    legalBasis: list,
    qualifications: list,
    relatedProcedures: list,
    equipment: list,
    warnings: list,
    records: list,
    logo: fc.constant('data:image/png;base64,iVBORw0KGgo='),
  },
  {
    requiredKeys: [
      ...([
        'title',
        'number',
        'unit',
        'createdOn',
        'revisedOn',
        'effectiveOn',
        'approver',
      ] as const),
      ...(['legalBasis', 'qualifications', 'relatedProcedures', 'equipment'] as const),
      ...(['warnings', 'records'] as const),
    ],
  },
);

interface SymbolChoice {
  readonly id: string;
  readonly actor: number;
  readonly step: number;
  readonly kind: 'terminator' | 'process' | 'decision';
  readonly text?: string;
}

const symbols = fc.uniqueArray(
  fc.record(
    {
      id,
      actor: fc.nat(20),
      step: fc.nat(20),
      kind: fc.constantFrom('terminator', 'process', 'process', 'decision'),
      text,
    },
    { requiredKeys: ['id', 'actor', 'step', 'kind'] },
  ),
  { maxLength: 14, selector: (symbol) => symbol.id },
);

const stepTexts = fc.record(
  {
    activity: text,
    requirements: text,
    duration: text,
    output: text,
    notes: text,
    joint: fc.boolean(),
  },
  { requiredKeys: ['activity', 'requirements', 'duration', 'output', 'notes'] },
);

const route: fc.Arbitrary<RouteHint> = optional<Required<RouteHint>>({
  exit: fc.constantFrom('top', 'right', 'bottom', 'left'),
  entry: fc.constantFrom('top', 'right', 'bottom', 'left'),
  channel: fc.oneof(fc.constant(null), id),
  labelAt: fc.double({ min: 0, max: 1, noNaN: true }),
});

const flowChoices = fc.array(
  fc.record({ from: fc.nat(40), to: fc.nat(40), more: optional({ label: text, route }) }),
  { maxLength: 20 },
);

/** Any valid procedure, however odd: for what must lose nothing. */
export const wildProcedure: fc.Arbitrary<Procedure> = fc
  .record({
    identity,
    actorIds: ids(5),
    actorMore: fc.array(
      fc.record(
        { name: text, group: fc.oneof(text, fc.constant('Sekretariat')) },
        { requiredKeys: ['name'] },
      ),
      { minLength: 5, maxLength: 5 },
    ),
    stepIds: ids(8),
    stepMore: fc.array(stepTexts, { minLength: 8, maxLength: 8 }),
    symbols,
    flowIds: ids(20),
    flowChoices,
    settings: fc.option(settings, { nil: undefined }),
  })
  .map((choice) => {
    const actors = choice.actorIds.map((actorId, index) => ({
      id: actorId,
      ...(choice.actorMore[index] ?? { name: '' }),
    }));
    const steps = toSteps(choice.stepIds, choice.stepMore, choice.symbols, choice.actorIds);
    const flows = toFlows(steps, choice.flowIds, choice.flowChoices);
    const { settings: chosen } = choice;
    return { identity: choice.identity, actors, steps, flows, ...(chosen && { settings: chosen }) };
  });

function toSteps(
  stepIds: readonly string[],
  texts: readonly Omit<Step, 'id' | 'symbols'>[],
  choices: readonly SymbolChoice[],
  actorIds: readonly string[],
): readonly Step[] {
  return stepIds.flatMap((stepId, index) => {
    const own = choices
      .filter(({ step }) => actorIds.length > 0 && step % stepIds.length === index)
      .map(({ step: _, actor, ...rest }) => ({
        ...rest,
        actor: actorIds[actor % actorIds.length] ?? '',
      }));
    const more = texts[index];
    return more ? { id: stepId, ...more, symbols: own } : [];
  });
}

function toFlows(
  steps: readonly Step[],
  flowIds: readonly string[],
  choices: readonly { from: number; to: number; more: Partial<Flow> }[],
): readonly Flow[] {
  const all = steps.flatMap((step) => step.symbols.map((symbol) => symbol.id));
  const seen = new Set<string>();
  return flowIds.flatMap((flowId, index) => {
    const choice = choices[index];
    const from = choice && all[choice.from % all.length];
    const to = choice && all[choice.to % all.length];
    const key = JSON.stringify([from, to, choice?.more.label ?? '']);
    if (from === undefined || to === undefined || from === to || seen.has(key)) return [];
    seen.add(key);
    return { id: flowId, from, to, ...choice?.more };
  });
}
