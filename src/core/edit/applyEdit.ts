import type { Procedure } from '#core/model/procedure.ts';
import { addActor, groupActors, moveActor, removeActor } from './actors.ts';
import type { Edit, EditResult } from './edit.ts';
import { connect, removeFlow, retargetFlow, reverseFlow } from './flows.ts';
import { addItem, moveItem, removeItem, setDate } from './identity.ts';
import { accept } from './result.ts';
import { setRoute, tidyRoutes } from './routes.ts';
import { changeSettings, setLogo } from './settings.ts';
import { addStep, duplicateStep, moveStep, removeStep, setJoint } from './steps.ts';
import { addSymbol, moveSymbol, removeSymbol, setSymbolKind } from './symbols.ts';
import { setText, spliceText } from './texts.ts';

/**
 * The procedure after one user action, or why it is impossible. What does not change keeps its
 * identity; an edit that changes nothing gives back the same procedure.
 */
export function applyEdit(procedure: Procedure, edit: Edit): EditResult {
  switch (edit.type) {
    case 'setText':
      return setText(procedure, edit);
    case 'spliceText':
      return spliceText(procedure, edit);
    case 'setDate':
      return setDate(procedure, edit);
    case 'addItem':
      return addItem(procedure, edit);
    case 'removeItem':
      return removeItem(procedure, edit);
    case 'moveItem':
      return moveItem(procedure, edit);
    case 'addActor':
      return addActor(procedure, edit);
    case 'moveActor':
      return moveActor(procedure, edit);
    case 'removeActor':
      return removeActor(procedure, edit);
    case 'groupActors':
      return groupActors(procedure, edit);
    case 'addStep':
      return addStep(procedure, edit);
    case 'duplicateStep':
      return duplicateStep(procedure, edit);
    case 'moveStep':
      return moveStep(procedure, edit);
    case 'removeStep':
      return removeStep(procedure, edit);
    case 'setJoint':
      return setJoint(procedure, edit);
    case 'addSymbol':
      return addSymbol(procedure, edit);
    case 'setSymbolKind':
      return setSymbolKind(procedure, edit);
    case 'moveSymbol':
      return moveSymbol(procedure, edit);
    case 'removeSymbol':
      return removeSymbol(procedure, edit);
    case 'connect':
      return connect(procedure, edit);
    case 'reverseFlow':
      return reverseFlow(procedure, edit);
    case 'retargetFlow':
      return retargetFlow(procedure, edit);
    case 'removeFlow':
      return removeFlow(procedure, edit);
    case 'setRoute':
      return setRoute(procedure, edit);
    case 'tidyRoutes':
      return tidyRoutes(procedure);
    case 'changeSettings':
      return changeSettings(procedure, edit);
    case 'setLogo':
      return setLogo(procedure, edit);
    case 'batch':
      return applyAll(procedure, edit.edits);
  }
}

function applyAll(procedure: Procedure, edits: readonly Edit[]): EditResult {
  let current = procedure;
  for (const edit of edits) {
    const result = applyEdit(current, edit);
    if (!result.ok) return result;
    current = result.procedure;
  }
  return accept(current);
}
