import { diffWords, type WordPart } from '#core/diff/diffWords.ts';
import type { TextTarget } from '#core/edit/edit.ts';
import { findStep, findSymbol } from '#core/edit/find.ts';
import { textOf } from '#core/edit/textOf.ts';
import type { Procedure, Step, StepText } from '#core/model/procedure.ts';
import type { ProposedEdit } from '#core/suggestions/proposedEdit.ts';
import type { SuggestionTarget } from '#core/suggestions/suggestion.ts';

/** One answer of the form in which a change is proposed; `value` is what stands there now. */
export type ProposalField =
  | {
      readonly of: 'text';
      readonly key: string;
      readonly target: TextTarget;
      readonly value: string;
    }
  | {
      readonly of: 'actor';
      readonly key: 'actor';
      readonly symbol: string;
      readonly step: string;
      /** The actor's id. */
      readonly value: string;
    };

/** What can be proposed about one target. */
export interface ProposalForm {
  readonly fields: readonly ProposalField[];
  /** Takes the target away. */
  readonly removal: ProposedEdit | undefined;
}

/** The form for a target; undefined where words must do. */
export function toProposalForm(
  procedure: Procedure,
  target: SuggestionTarget,
): ProposalForm | undefined {
  switch (target.of) {
    case 'step':
    case 'symbol': {
      const step =
        target.of === 'step'
          ? findStep(procedure, target.step)
          : findSymbol(procedure, target.symbol)?.step;
      return step && toStepForm(step, target.of === 'symbol' ? target.symbol : undefined);
    }
    case 'cell': {
      const step = findStep(procedure, target.step);
      return step && { fields: [toTextField(step, target.field)], removal: undefined };
    }
    case 'flow': {
      const flow = procedure.flows.find(({ id }) => id === target.flow);
      const label: TextTarget = { of: 'label', flow: target.flow };
      return (
        flow && {
          fields: [{ of: 'text', key: 'label', target: label, value: flow.label ?? '' }],
          removal: { type: 'removeFlow', flow: flow.id },
        }
      );
    }
    case 'identity':
      if (target.field !== 'title' && target.field !== 'number') return undefined;
      return {
        fields: [
          {
            ...{ of: 'text', key: target.field, target: { of: target.field } },
            value: procedure.identity[target.field],
          },
        ],
        removal: undefined,
      };
    case 'whole':
      return undefined;
  }
}

const formTexts: readonly StepText[] = ['activity', 'duration', 'requirements', 'output', 'notes'];

function toStepForm(step: Step, chosen: string | undefined): ProposalForm {
  // With several symbols in the row, nobody could tell which actor is meant.
  const [only, ...others] = step.symbols;
  const symbol =
    step.symbols.find(({ id }) => id === chosen) ?? (others.length === 0 ? only : undefined);
  const actor: readonly ProposalField[] = symbol
    ? [{ of: 'actor', key: 'actor', symbol: symbol.id, step: step.id, value: symbol.actor }]
    : [];
  return {
    fields: [...formTexts.map((field) => toTextField(step, field)), ...actor],
    removal: { type: 'removeStep', step: step.id },
  };
}

function toTextField(step: Step, field: StepText): ProposalField {
  const target: TextTarget = { of: 'step', step: step.id, field };
  return { of: 'text', key: field, target, value: step[field] };
}

/** What the answers propose: nothing where all stand as they are now. */
export function toProposal(
  { fields }: ProposalForm,
  answers: ReadonlyMap<string, string>,
): readonly ProposedEdit[] {
  return fields.flatMap((field): readonly ProposedEdit[] => {
    const answer = answers.get(field.key)?.trim();
    if (answer === undefined || answer === field.value) return [];
    if (field.of === 'text') return [{ type: 'setText', target: field.target, text: answer }];
    const { symbol, step } = field;
    return [{ type: 'moveSymbol', symbol, step, actor: answer }];
  });
}

/** One line of the preview. */
export type ProposalLine =
  | { readonly kind: 'text'; readonly target: TextTarget; readonly words: readonly WordPart[] }
  | {
      readonly kind: 'actor';
      readonly row: number;
      readonly before: string;
      readonly after: string;
    }
  | { readonly kind: 'removeStep'; readonly row: number; readonly activity: string }
  | { readonly kind: 'removeFlow' }
  /** Something that the preview has no words for. */
  | { readonly kind: 'other' };

/** What the edits would do to the procedure as it is now, a line each. */
export function describeProposal(
  procedure: Procedure,
  edits: readonly ProposedEdit[],
): readonly ProposalLine[] {
  return edits.map((edit) => describeEdit(procedure, edit));
}

function describeEdit(procedure: Procedure, edit: ProposedEdit): ProposalLine {
  switch (edit.type) {
    case 'setText': {
      const { target, text } = edit;
      return { kind: 'text', target, words: diffWords(textOf(procedure, target) ?? '', text) };
    }
    case 'moveSymbol': {
      const found = findSymbol(procedure, edit.symbol);
      const nameOf = (actor: string | undefined) =>
        procedure.actors.find(({ id }) => id === actor)?.name ?? '';
      const row = rowOf(procedure, edit.step);
      return { kind: 'actor', row, before: nameOf(found?.symbol.actor), after: nameOf(edit.actor) };
    }
    case 'removeStep': {
      const activity = findStep(procedure, edit.step)?.activity ?? '';
      return { kind: 'removeStep', row: rowOf(procedure, edit.step), activity };
    }
    case 'removeFlow':
      return { kind: 'removeFlow' };
    default:
      return { kind: 'other' };
  }
}

function rowOf({ steps }: Procedure, step: string): number {
  return steps.findIndex(({ id }) => id === step) + 1;
}
