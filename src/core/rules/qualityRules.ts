import type { Procedure, Step } from '#core/model/procedure.ts';
import { formatDuration, parseDuration } from '#core/simulation/duration.ts';
import { simulate } from '#core/simulation/simulate.ts';
import type { Finding } from './finding.ts';

/** M1 to M4: the quality standard. */
export function checkQuality(procedure: Procedure): readonly Finding[] {
  const { steps } = procedure;
  return [
    ...steps.flatMap(checkFilled),
    ...steps.flatMap(checkDuration),
    ...checkUnits(steps),
    ...checkTotal(procedure),
    ...steps.flatMap((step, row) => checkOutput(step, steps.slice(row + 1))),
  ];
}

const labels = { requirements: 'kelengkapan', duration: 'waktu', output: 'output' } as const;

function checkFilled(step: Step): readonly Finding[] {
  const missing = (['requirements', 'duration', 'output'] as const).filter(
    (field) => step[field].trim() === '',
  );
  if (missing.length === 0) return [];
  const parameters = { fields: missing.map((field) => labels[field]).join(', ') };
  return [{ ...at(step, 'M1'), level: 'warning', message: 'quality-missing', parameters }];
}

function checkDuration(step: Step): readonly Finding[] {
  const text = step.duration.trim();
  if (text === '' || parseDuration(text)?.isPlain) return [];
  return [
    { ...at(step, 'M2'), level: 'warning', message: 'duration-unclear', parameters: { text } },
  ];
}

function checkUnits(steps: readonly Step[]): readonly Finding[] {
  const units = new Set(steps.flatMap((step) => parseDuration(step.duration)?.units ?? []));
  if (!units.has('hari') || !units.has('hari kerja')) return [];
  return [{ ...whole('M2'), level: 'warning', message: 'duration-mixed' }];
}

function checkTotal(procedure: Procedure): readonly Finding[] {
  const { total } = simulate(procedure);
  if (!total || total.most === 0) return [];
  const [least, most] = [formatDuration(total.least), formatDuration(total.most)];
  if (least === most)
    return [
      { ...whole('M3'), level: 'info', message: 'total-duration-one', parameters: { least } },
    ];
  return [
    { ...whole('M3'), level: 'info', message: 'total-duration', parameters: { least, most } },
  ];
}

/** An output should be used further on; not the last one, nor a decision's, which is its answer. */
function checkOutput(step: Step, later: readonly Step[]): readonly Finding[] {
  const output = step.output.trim();
  const words = toWords(output);
  const decides = step.symbols.some(({ kind }) => kind === 'decision');
  if (later.length === 0 || words.size === 0 || decides) return [];
  const isUsed = later.some(({ requirements }) => {
    const wanted = toWords(requirements);
    const shared = [...words].filter((word) => wanted.has(word)).length;
    return shared * 2 >= words.size;
  });
  if (isUsed) return [];
  return [{ ...at(step, 'M4'), level: 'info', message: 'output-unused', parameters: { output } }];
}

const SMALL_WORDS = new Set(['dan', 'atau', 'yang', 'dari', 'pada', 'untuk', 'telah', 'hasil']);

function toWords(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\d]{3,}/gu) ?? [];
  return new Set(words.filter((word) => !SMALL_WORDS.has(word)));
}

function at(step: Step, rule: Finding['rule']): Pick<Finding, 'rule' | 'place'> {
  return { rule, place: { kind: 'step', step: step.id } };
}

function whole(rule: Finding['rule']): Pick<Finding, 'rule' | 'place'> {
  return { rule, place: { kind: 'procedure' } };
}
