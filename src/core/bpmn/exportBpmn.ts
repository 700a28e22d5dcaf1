import { BpmnModdle } from 'bpmn-moddle';
import type { Procedure } from '#core/model/procedure.ts';
import { alurPackage } from './alurPackage.ts';
import { DiagramWriter } from './diagramWriter.ts';
import { layoutDiagram } from './layoutDiagram.ts';
import { ModelWriter } from './modelWriter.ts';
import { planDiagram } from './planDiagram.ts';
import { toLaneGroups } from './toLaneGroups.ts';
import { XmlIds } from './xmlIds.ts';

/**
 * The procedure as BPMN 2.0: one pool, a lane an actor, a column a step, with the picture. What BPMN
 * cannot say is kept in `alur:` extension elements, so that `importBpmn` gives back the same procedure.
 */
export async function exportBpmn(procedure: Procedure): Promise<string> {
  const moddle = new BpmnModdle({ alur: alurPackage });
  const ids = new XmlIds();
  const groups = toLaneGroups(procedure.actors);
  const plan = planDiagram(procedure, ids);
  const layout = layoutDiagram(procedure, plan, groups);
  const model = new ModelWriter(moddle, ids).write(procedure, plan, groups);
  const diagram = new DiagramWriter(moddle, ids).write({ model, plan, layout });
  model.definitions.set('diagrams', [diagram]);
  const { xml } = await moddle.toXML(model.definitions, { format: true });
  return xml;
}
