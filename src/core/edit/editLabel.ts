import type { Procedure } from '#core/model/procedure.ts';
import type { Edit, TextTarget } from './edit.ts';
import { findSymbol } from './find.ts';
import { indexOfPlace } from './order.ts';

/** What a person did, in short, to be said in their language: "pindahkan langkah 4". */
export interface EditLabel {
  readonly what: EditWhat;
  /** The row, from 1, as it was or is numbered. */
  readonly number?: number;
  /** Of several things alike. */
  readonly count?: number;
  /** Of the actor. */
  readonly name?: string;
}

type EditWhat =
  | Exclude<Edit['type'], 'batch' | 'setText' | 'spliceText'>
  | `${ManyType}s`
  | TextTarget['of']
  /** Several things of different kinds. */
  | 'several';

type ManyType =
  | 'addStep'
  | 'duplicateStep'
  | 'moveStep'
  | 'removeStep'
  | 'moveSymbol'
  | 'removeSymbol'
  | 'setSymbolKind'
  | 'setText';

/** The kinds of edits for whose sake a batch is made, the most telling first. */
const telling: readonly Edit['type'][] = [
  'addStep',
  'removeStep',
  'moveStep',
  'moveSymbol',
  'removeSymbol',
  'setSymbolKind',
  'removeActor',
  'moveActor',
  'addSymbol',
  'removeFlow',
  'setText',
  'spliceText',
];

const manyTypes: Readonly<Partial<Record<Edit['type'], `${ManyType}s`>>> = {
  addStep: 'addSteps',
  duplicateStep: 'duplicateSteps',
  moveStep: 'moveSteps',
  removeStep: 'removeSteps',
  moveSymbol: 'moveSymbols',
  removeSymbol: 'removeSymbols',
  setSymbolKind: 'setSymbolKinds',
  setText: 'setTexts',
  spliceText: 'setTexts',
};

/** Describes an edit of a procedure as it was before. */
export function describeEdit(before: Procedure, edit: Edit): EditLabel {
  switch (edit.type) {
    case 'batch':
      return describeBatch(before, edit.edits);
    case 'setText':
    case 'spliceText':
      return describeText(before, edit.target);
    case 'addStep': {
      const index = indexOfPlace(before.steps, edit.place);
      return { what: edit.type, ...(index !== undefined && { number: index + 1 }) };
    }
    case 'duplicateStep':
    case 'moveStep':
    case 'removeStep':
    case 'setJoint':
    case 'addSymbol':
      return { what: edit.type, ...numberOf(before, edit.step) };
    case 'setSymbolKind':
    case 'removeSymbol':
    case 'moveSymbol':
      return { what: edit.type, ...numberOf(before, stepOf(before, edit.symbol)) };
    case 'addActor':
      return { what: edit.type, name: edit.actor.name };
    case 'moveActor':
    case 'removeActor':
      return { what: edit.type, ...nameOf(before, edit.actor) };
    default:
      return { what: edit.type };
  }
}

function describeBatch(before: Procedure, edits: readonly Edit[]): EditLabel {
  const type = telling.find((each) => edits.some((edit) => edit.type === each));
  const alike = edits.filter((edit) => edit.type === type);
  const [first] = alike;
  if (!first) return edits[0] ? describeEdit(before, edits[0]) : { what: 'several' };
  const many = manyTypes[first.type];
  if (alike.length === 1) return describeEdit(before, first);
  return many ? { what: many, count: alike.length } : { what: 'several' };
}

function describeText(before: Procedure, target: TextTarget): EditLabel {
  switch (target.of) {
    case 'step':
      return { what: 'step', ...numberOf(before, target.step) };
    case 'symbol':
      return { what: 'symbol', ...numberOf(before, stepOf(before, target.symbol)) };
    default:
      return { what: target.of };
  }
}

function numberOf({ steps }: Procedure, id: string | undefined): { readonly number?: number } {
  const index = steps.findIndex((step) => step.id === id);
  return index < 0 ? {} : { number: index + 1 };
}

function stepOf(procedure: Procedure, symbol: string): string | undefined {
  return findSymbol(procedure, symbol)?.step.id;
}

function nameOf({ actors }: Procedure, id: string): { readonly name?: string } {
  const name = actors.find((actor) => actor.id === id)?.name;
  return name ? { name } : {};
}
