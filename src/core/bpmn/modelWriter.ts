import type { BpmnModdle, ModdleElement } from 'bpmn-moddle';
import type { Actor, Procedure, Step } from '#core/model/procedure.ts';
import { toPoolName } from './elementNames.ts';
import { ExtensionWriter } from './extensionWriter.ts';
import type { LaneGroup } from './layoutDiagram.ts';
import type { DiagramPlan, PlannedFlow, PlannedNode } from './planDiagram.ts';
import type { XmlIds } from './xmlIds.ts';

/** The written model, with the elements that the diagram refers to. */
export interface WrittenModel {
  readonly definitions: ModdleElement;
  readonly collaboration: ModdleElement;
  readonly participant: ModdleElement;
  /** By the index of the group. */
  readonly groups: ReadonlyMap<number, ModdleElement>;
  /** By actor. */
  readonly lanes: ReadonlyMap<string, ModdleElement>;
  /** By the ids of the plan. */
  readonly nodes: ReadonlyMap<string, ModdleElement>;
  readonly flows: ReadonlyMap<string, ModdleElement>;
}

/** Writes the semantic half of a BPMN file. */
export class ModelWriter {
  readonly #moddle: BpmnModdle;
  readonly #ids: XmlIds;
  readonly #extensions: ExtensionWriter;

  constructor(moddle: BpmnModdle, ids: XmlIds) {
    this.#moddle = moddle;
    this.#ids = ids;
    this.#extensions = new ExtensionWriter(moddle);
  }

  write(procedure: Procedure, plan: DiagramPlan, groups: readonly LaneGroup[]): WrittenModel {
    const nodes = new Map(plan.nodes.map((node) => [node.id, this.#node(node)]));
    const flows = new Map(plan.flows.map((flow) => [flow.id, this.#flow(flow, nodes)]));
    const lanes = new Map(
      procedure.actors.map((actor) => [actor.id, this.#lane(actor, plan, nodes)]),
    );
    const groupLanes = this.#groupLanes(groups, lanes);
    const process = this.#process(procedure, [...nodes.values(), ...flows.values()]);
    const laneSet = this.#laneSet(groups, lanes, groupLanes);
    if (laneSet) process.set('laneSets', [laneSet]);
    const participant = this.#create('Participant', {
      id: this.#ids.take('Pool'),
      name: toPoolName(procedure),
      processRef: process,
    });
    const collaboration = this.#create('Collaboration', {
      id: this.#ids.take('Collaboration'),
      participants: [participant],
    });
    const definitions = this.#create('Definitions', {
      id: this.#ids.take('Definitions'),
      name: procedure.identity.title,
      targetNamespace: 'urn:alur:procedures',
      exporter: 'Alur',
      rootElements: [collaboration, process],
    });
    return { definitions, collaboration, participant, groups: groupLanes, lanes, nodes, flows };
  }

  #process(procedure: Procedure, flowElements: readonly ModdleElement[]): ModdleElement {
    const { identity, steps } = procedure;
    return this.#create('Process', {
      id: this.#ids.take('Process'),
      name: identity.title,
      isExecutable: false,
      documentation: this.#documentation(describeIdentity(procedure)),
      extensionElements: this.#extensions.wrap(
        this.#extensions.identity(identity),
        this.#extensions.settings(procedure),
        this.#extensions.rows(steps),
      ),
      flowElements,
    });
  }

  #laneSet(
    groups: readonly LaneGroup[],
    lanes: WrittenModel['lanes'],
    groupLanes: WrittenModel['groups'],
  ): ModdleElement | undefined {
    if (lanes.size === 0) return undefined;
    const outer = groups.flatMap(
      ({ actors }, index) =>
        groupLanes.get(index) ?? actors.flatMap(({ id }) => lanes.get(id) ?? []),
    );
    return this.#create('LaneSet', { id: this.#ids.take('Lanes'), lanes: outer });
  }

  #groupLanes(
    groups: readonly LaneGroup[],
    lanes: WrittenModel['lanes'],
  ): ReadonlyMap<number, ModdleElement> {
    const written = new Map<number, ModdleElement>();
    for (const [index, { name, actors }] of groups.entries()) {
      if (name === undefined) continue;
      const inner = this.#create('LaneSet', {
        id: this.#ids.take('Lanes'),
        lanes: actors.flatMap(({ id }) => lanes.get(id) ?? []),
      });
      const id = this.#ids.take('Group', name.slice(0, 40));
      written.set(index, this.#create('Lane', { id, name, childLaneSet: inner }));
    }
    return written;
  }

  #lane(actor: Actor, plan: DiagramPlan, nodes: WrittenModel['nodes']): ModdleElement {
    return this.#create('Lane', {
      id: this.#ids.take('Lane', actor.id),
      name: actor.name,
      extensionElements: this.#extensions.wrap(this.#extensions.actor(actor)),
      flowNodeRef: plan.nodes
        .filter((node) => node.actor === actor.id)
        .flatMap((node) => nodes.get(node.id) ?? []),
    });
  }

  #node({ id, type, name, step, symbol, auxiliary }: PlannedNode): ModdleElement {
    const extensions = this.#extensions;
    return this.#create(toTypeName(type), {
      id,
      ...(name !== '' && { name }),
      ...(symbol && { documentation: this.#documentation(describeStep(step)) }),
      extensionElements: symbol
        ? extensions.wrap(extensions.step(step), extensions.symbol(step, symbol))
        : extensions.wrap(auxiliary && extensions.auxiliary(auxiliary, step)),
    });
  }

  #flow({ id, from, to, flow }: PlannedFlow, nodes: WrittenModel['nodes']): ModdleElement {
    const source = nodes.get(from);
    const target = nodes.get(to);
    const element = this.#create('SequenceFlow', {
      id,
      ...(flow?.label && { name: flow.label }),
      ...(flow && { extensionElements: this.#extensions.wrap(this.#extensions.flow(flow)) }),
      sourceRef: source,
      targetRef: target,
    });
    append(source, 'outgoing', element);
    append(target, 'incoming', element);
    return element;
  }

  #documentation(text: string): readonly ModdleElement[] {
    return text === '' ? [] : [this.#create('Documentation', { text })];
  }

  #create(type: string, properties: Readonly<Record<string, unknown>>): ModdleElement {
    return this.#moddle.create(`bpmn:${type}`, properties);
  }
}

function append(node: ModdleElement | undefined, list: string, element: ModdleElement): void {
  const elements = node?.get(list);
  if (Array.isArray(elements)) elements.push(element);
}

function toTypeName(type: PlannedNode['type']): string {
  return `${type.charAt(0).toUpperCase()}${type.slice(1)}`;
}

/** The quality standard, for readers who see the BPMN alone. */
function describeStep({ requirements, duration, output, notes }: Step): string {
  return toLines([
    ['Kelengkapan', requirements],
    ['Waktu', duration],
    ['Output', output],
    ['Keterangan', notes],
  ]);
}

function describeIdentity({ identity }: Procedure): string {
  return toLines([
    ['Nomor SOP', identity.number],
    ['Tanggal Pembuatan', identity.createdOn ?? ''],
    ['Tanggal Revisi', identity.revisedOn ?? ''],
    ['Tanggal Efektif', identity.effectiveOn ?? ''],
    [
      'Disahkan oleh',
      [identity.approver.position, identity.approver.name].filter(Boolean).join(', '),
    ],
    ['Dasar Hukum', identity.legalBasis.join('; ')],
    ['Kualifikasi Pelaksana', identity.qualifications.join('; ')],
    ['Keterkaitan', identity.relatedProcedures.join('; ')],
    ['Peralatan/Perlengkapan', identity.equipment.join('; ')],
    ['Peringatan', identity.warnings.join('; ')],
    ['Pencatatan dan Pendataan', identity.records.join('; ')],
  ]);
}

function toLines(entries: readonly (readonly [label: string, text: string])[]): string {
  return entries
    .filter(([, text]) => text.trim() !== '')
    .map(([label, text]) => `${label}: ${text.replaceAll('\r', ' ')}`)
    .join('\n');
}
