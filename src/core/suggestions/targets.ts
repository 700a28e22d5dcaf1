import { findStep, findSymbol } from '#core/edit/find.ts';
import type { Identity, Procedure, Step } from '#core/model/procedure.ts';
import {
  type Suggestion,
  type SuggestionIdentityField,
  type SuggestionTarget,
  suggestionLimits,
  type TargetNote,
  type TargetState,
} from './suggestion.ts';

/** Where a suggestion's target is now. */
export type TargetPlace =
  | { readonly state: 'there'; readonly step: string | null; readonly row: number | null }
  /** The symbol or arrow is gone, its step is not: a marker goes to the step. */
  | { readonly state: 'stepOnly'; readonly step: string; readonly row: number }
  | { readonly state: 'removed' };

/** What to keep of a target when a suggestion is made about it. */
export function noteTarget(procedure: Procedure, target: SuggestionTarget): TargetNote {
  const step = findStepOf(procedure, target);
  if (step)
    return {
      step: step.id,
      row: rowOf(procedure, step.id),
      text: shorten(
        target.of === 'cell' ? step[target.field] : step.activity,
        suggestionLimits.maxNoteLength,
      ),
    };
  const texts = target.of === 'identity' ? textsOf(procedure.identity, target.field) : [];
  return {
    step: null,
    row: null,
    text: shorten(texts.join('; '), suggestionLimits.maxNoteLength),
  };
}

/** Finds a suggestion's target; rows count from 1. Steps that moved are found where they are now. */
export function locateTarget(
  procedure: Procedure,
  { target, place }: Pick<Suggestion, 'target' | 'place'>,
): TargetPlace {
  if (target.of === 'whole' || target.of === 'identity')
    return { state: 'there', step: null, row: null };
  const step = findStepOf(procedure, target);
  if (step) return { state: 'there', step: step.id, row: rowOf(procedure, step.id) };
  if (place.step === null || !findStep(procedure, place.step)) return { state: 'removed' };
  return { state: 'stepOnly', step: place.step, row: rowOf(procedure, place.step) };
}

/**
 * What a target says at this moment, for the before and after of a decision; `null` where it is not there
 * or is the whole. Long texts are cut.
 */
export function captureTarget(
  procedure: Procedure,
  { target, place }: Pick<Suggestion, 'target' | 'place'>,
): TargetState | null {
  if (target.of === 'identity')
    return {
      kind: 'identity',
      field: target.field,
      texts: textsOf(procedure.identity, target.field).map(cut),
    };
  const found = locateTarget(procedure, { target, place });
  if (found.state === 'removed' || found.step === null || found.row === null) return null;
  const step = findStep(procedure, found.step);
  return step ? { kind: 'step', row: found.row, step: cutStep(step) } : null;
}

function findStepOf(procedure: Procedure, target: SuggestionTarget): Step | undefined {
  switch (target.of) {
    case 'step':
    case 'cell':
      return findStep(procedure, target.step);
    case 'symbol':
      return findSymbol(procedure, target.symbol)?.step;
    case 'flow': {
      const flow = procedure.flows.find(({ id }) => id === target.flow);
      return flow && findSymbol(procedure, flow.from)?.step;
    }
    case 'whole':
    case 'identity':
      return undefined;
  }
}

function rowOf(procedure: Procedure, step: string): number {
  return procedure.steps.findIndex(({ id }) => id === step) + 1;
}

function textsOf(identity: Identity, field: SuggestionIdentityField): readonly string[] {
  switch (field) {
    case 'logo':
      return [];
    case 'approver':
      return [identity.approver.position, identity.approver.name, identity.approver.nip];
    default: {
      const value = identity[field];
      return typeof value === 'string' ? [value] : (value ?? []);
    }
  }
}

function cutStep(step: Step): Step {
  return {
    ...step,
    activity: cut(step.activity),
    requirements: cut(step.requirements),
    duration: cut(step.duration),
    output: cut(step.output),
    notes: cut(step.notes),
    symbols: step.symbols.map((symbol) =>
      symbol.text === undefined ? symbol : { ...symbol, text: cut(symbol.text) },
    ),
  };
}

function cut(text: string): string {
  return shorten(text, suggestionLimits.maxSnapshotText);
}

/** The beginning of a text; never half a character. */
function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
