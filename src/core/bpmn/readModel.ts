import type { ModdleElement } from 'bpmn-moddle';
import type { BpmnModel, ModelActor, ModelFlow, ModelNode } from './bpmnModel.ts';
import { IdMaker } from './idMaker.ts';
import { type ImportReport, toPlace } from './importReport.ts';
import { type Attachments, readAttachments } from './readAttachments.ts';
import {
  readDocumentation,
  readElement,
  readElements,
  readExtension,
  readId,
  readName,
} from './readElement.ts';
import { type Pool, readPools } from './readPools.ts';
import { holds, middleOf, readShapes, type Shapes } from './readShapes.ts';

/** Reads pools, lanes, nodes and flows of a parsed file; reports what has no place in an SOP. */
export function readModel(definitions: ModdleElement, report: ImportReport): BpmnModel {
  const shapes = readShapes(definitions);
  const pools = readPools(definitions, shapes);
  const reader = new ModelReader(shapes, report, readAttachments(definitions, report));
  for (const pool of pools) reader.readPool(pool);
  reader.readMessageFlows(definitions);
  const processes = pools.flatMap(({ process }) => process ?? []);
  return {
    actors: reader.actors,
    nodes: reader.nodes,
    flows: reader.flows,
    processes,
    ...toNames(definitions, pools),
  };
}

class ModelReader {
  readonly actors: ModelActor[] = [];
  readonly nodes: ModelNode[] = [];
  readonly flows: ModelFlow[] = [];
  readonly #shapes: Shapes;
  readonly #report: ImportReport;
  readonly #attachments: Attachments;
  /** The id of the node that stands for an element: itself, or the subprocess around it. */
  readonly #nodeOf = new Map<ModdleElement, string>();
  // Files with missing or repeated ids exist; within the model every id is there once.
  readonly #nodeIds = new IdMaker('node-', []);
  readonly #flowIds = new IdMaker('flow-', []);

  constructor(shapes: Shapes, report: ImportReport, attachments: Attachments) {
    this.#shapes = shapes;
    this.#report = report;
    this.#attachments = attachments;
  }

  readPool(pool: Pool): void {
    this.actors.push(...pool.actors);
    if (!pool.process) return;
    const elements = readElements(pool.process, 'flowElements');
    for (const element of elements)
      if (element.$instanceOf('bpmn:FlowNode')) this.#readNode(element, pool);
    for (const element of elements)
      if (element.$instanceOf('bpmn:SequenceFlow')) this.#readFlow(element);
  }

  readMessageFlows(definitions: ModdleElement): void {
    const flows = readElements(definitions, 'rootElements')
      .filter((root) => root.$instanceOf('bpmn:Collaboration'))
      .flatMap((collaboration) => readElements(collaboration, 'messageFlows'));
    for (const flow of flows) this.#readMessageFlow(flow);
  }

  #readNode(element: ModdleElement, pool: Pool): void {
    const id = this.#nodeIds.take(readId(element));
    const box = this.#shapes.boxes.get(readId(element));
    const middle = box && middleOf(box);
    const inner = this.#readInner(element, id);
    const isOurs = readExtension(element, 'alur:Symbol') !== undefined;
    const documentation = isOurs ? '' : readDocumentation(element);
    const attached = this.#attachments.of(element);
    this.#nodeOf.set(element, id);
    this.nodes.push({
      id,
      name: readName(element),
      element,
      actor: pool.laneOf.get(element) ?? this.#guessActor(element, pool),
      requirements: attached.requirements,
      outputs: attached.outputs,
      notes: [documentation, inner, ...attached.notes].filter((text) => text !== ''),
      ...(middle && { position: this.#shapes.isVertical ? [middle[1], middle[0]] : middle }),
    });
  }

  /** A subprocess is one step; what is inside is told in its notes. */
  #readInner(element: ModdleElement, id: string): string {
    if (!element.$instanceOf('bpmn:SubProcess')) return '';
    const inner = listInner(element);
    for (const each of inner) this.#nodeOf.set(each, id);
    const names = inner.map(readName).filter((name) => name !== '');
    const rest = names.length === 0 ? '' : '; what is inside is listed in its notes';
    this.#report.add('subprocess-simplified', element, `became one step${rest}`);
    return names.length === 0 ? '' : `Meliputi: ${names.join('; ')}`;
  }

  #guessActor(element: ModdleElement, pool: Pool): string {
    const first = pool.actors[0]?.key ?? '';
    if (pool.actors.length < 2) return first;
    const box = this.#shapes.boxes.get(readId(element));
    const around =
      box &&
      pool.actors.find(({ key }) => {
        const lane = this.#shapes.boxes.get(key);
        return lane && holds(lane, middleOf(box));
      });
    const chosen = around ?? pool.actors[0];
    this.#report.add('lane-guessed', element, `is in no lane; placed in "${chosen?.name ?? ''}"`);
    return chosen?.key ?? first;
  }

  #readFlow(element: ModdleElement): void {
    const from = this.#nodeAt(readElement(element, 'sourceRef'));
    const to = this.#nodeAt(readElement(element, 'targetRef'));
    if (from === undefined || to === undefined) {
      this.#report.add('flow-lost', element, 'has an end that does not exist');
      return;
    }
    this.#addFlow(element, from, to);
  }

  #addFlow(element: ModdleElement, from: string, to: string): void {
    const id = this.#flowIds.take(readId(element));
    this.flows.push({ id, from, to, name: readName(element), element });
  }

  #nodeAt(element: ModdleElement | undefined): string | undefined {
    return element && this.#nodeOf.get(element);
  }

  #readMessageFlow(element: ModdleElement): void {
    const source = readElement(element, 'sourceRef');
    const target = readElement(element, 'targetRef');
    const from = this.#nodeAt(source);
    const to = this.#nodeAt(target);
    if (from === undefined || to === undefined) {
      const ends = [source, target].map((end) => (end ? toPlace(end) : 'nothing')).join(' to ');
      this.#report.add('message-flow-lost', element, `leads from ${ends}, not between two steps`);
      return;
    }
    this.#report.add('message-flow-as-arrow', element, 'became an ordinary arrow');
    this.#addFlow(element, from, to);
  }
}

/** All flow nodes inside a subprocess, however deep. */
function listInner(subprocess: ModdleElement): readonly ModdleElement[] {
  return readElements(subprocess, 'flowElements')
    .filter((element) => element.$instanceOf('bpmn:FlowNode'))
    .flatMap((element) => [
      element,
      ...(element.$instanceOf('bpmn:SubProcess') ? listInner(element) : []),
    ]);
}

/** The process names the procedure; the only pool around its lanes is the unit. */
function toNames(
  definitions: ModdleElement,
  pools: readonly Pool[],
): Pick<BpmnModel, 'title' | 'unit'> {
  const main = pools.find(({ process }) => process !== undefined);
  const poolName = main?.participant ? readName(main.participant) : '';
  const processName = main?.process ? readName(main.process) : '';
  const title = processName || (pools.length === 1 ? poolName : '') || readName(definitions);
  const hasLanes = main !== undefined && main.laneOf.size > 0;
  const unit = pools.length === 1 && hasLanes && poolName !== '' && poolName !== title;
  return { title, unit: unit ? [poolName] : [] };
}
