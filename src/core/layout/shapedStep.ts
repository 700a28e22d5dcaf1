import type { Step, StepText } from '#core/model/procedure.ts';
import { type ShapedText, shapeText } from './text/shapeText.ts';
import type { TypeFamily } from './text/widthTable.ts';

export type ShapedStep = Readonly<Record<StepText, ShapedText>>;

const shapedSteps = new Map<TypeFamily, WeakMap<Step, ShapedStep>>();

/** The texts of a step, measured once as long as the step stays the same object. */
export function shapeStep(step: Step, family: TypeFamily): ShapedStep {
  const known = shapedSteps.get(family) ?? new WeakMap<Step, ShapedStep>();
  shapedSteps.set(family, known);
  const shaped = known.get(step) ?? shapeTexts(step, family);
  known.set(step, shaped);
  return shaped;
}

function shapeTexts(step: Step, family: TypeFamily): ShapedStep {
  const shape = (field: StepText) => shapeText(step[field], 'regular', family);
  return {
    activity: shape('activity'),
    requirements: shape('requirements'),
    duration: shape('duration'),
    output: shape('output'),
    notes: shape('notes'),
  };
}
