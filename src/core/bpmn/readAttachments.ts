import type { ModdleElement } from 'bpmn-moddle';
import type { ImportReport } from './importReport.ts';
import { readElement, readElements, readName, readText } from './readElement.ts';

/** What hangs on a node without being in the flow. */
interface Attached {
  readonly requirements: readonly string[];
  readonly outputs: readonly string[];
  readonly notes: readonly string[];
}

export interface Attachments {
  of(node: ModdleElement): Attached;
}

type Kind = keyof Attached;

/** Data objects become the requirements and outputs of the steps that use them, annotations their notes. */
export function readAttachments(definitions: ModdleElement, report: ImportReport): Attachments {
  const collector = new Collector(report);
  for (const root of readElements(definitions, 'rootElements')) collector.readContainer(root);
  collector.reportUnused();
  return collector;
}

const NONE: Attached = { requirements: [], outputs: [], notes: [] };

class Collector implements Attachments {
  readonly #report: ImportReport;
  readonly #attached = new Map<ModdleElement, Record<Kind, string[]>>();
  /** Data and annotations that no step has taken yet. */
  readonly #unused = new Set<ModdleElement>();

  constructor(report: ImportReport) {
    this.#report = report;
  }

  of(node: ModdleElement): Attached {
    return this.#attached.get(node) ?? NONE;
  }

  readContainer(container: ModdleElement): void {
    const elements = readElements(container, 'flowElements');
    const artifacts = readElements(container, 'artifacts');
    for (const element of elements) if (isData(element)) this.#unused.add(element);
    for (const artifact of artifacts)
      if (artifact.$instanceOf('bpmn:TextAnnotation')) this.#unused.add(artifact);
      else if (artifact.$instanceOf('bpmn:Group'))
        this.#report.add('element-lost', artifact, 'is a frame, which an SOP does not have');
    for (const element of elements) this.#readDataFlows(element);
    for (const artifact of artifacts)
      if (artifact.$instanceOf('bpmn:Association')) this.#readAssociation(artifact);
  }

  reportUnused(): void {
    for (const element of this.#unused)
      this.#report.add('element-lost', element, 'belongs to no step');
  }

  #readDataFlows(element: ModdleElement): void {
    if (!element.$instanceOf('bpmn:FlowNode')) return;
    for (const input of readElements(element, 'dataInputAssociations'))
      for (const source of readElements(input, 'sourceRef'))
        this.#attach(element, 'requirements', source);
    for (const output of readElements(element, 'dataOutputAssociations')) {
      const target = readElement(output, 'targetRef');
      if (target) this.#attach(element, 'outputs', target);
    }
  }

  #readAssociation(association: ModdleElement): void {
    const source = readElement(association, 'sourceRef');
    const target = readElement(association, 'targetRef');
    if (!source || !target) return;
    const isSourceNode = source.$instanceOf('bpmn:FlowNode');
    const node = isSourceNode ? source : target;
    const other = isSourceNode ? target : source;
    if (!node.$instanceOf('bpmn:FlowNode')) return;
    if (other.$instanceOf('bpmn:TextAnnotation')) this.#attach(node, 'notes', other);
    else if (isData(other)) this.#attach(node, isSourceNode ? 'outputs' : 'requirements', other);
  }

  #attach(node: ModdleElement, kind: Kind, element: ModdleElement): void {
    const text = toText(element);
    if (text === '') return;
    const lists = this.#attached.get(node) ?? { requirements: [], outputs: [], notes: [] };
    this.#attached.set(node, lists);
    if (!lists[kind].includes(text)) lists[kind].push(text);
    if (!this.#unused.delete(element)) return;
    if (kind === 'notes') this.#report.add('annotation-as-notes', element, 'moved to the notes');
    else this.#report.add('data-as-text', element, `became text in the ${kind} of its steps`);
  }
}

function isData(element: ModdleElement): boolean {
  return (
    element.$instanceOf('bpmn:DataObjectReference') ||
    element.$instanceOf('bpmn:DataStoreReference')
  );
}

function toText(element: ModdleElement): string {
  if (element.$instanceOf('bpmn:TextAnnotation')) return readText(element, 'text').trim();
  const data = readElement(element, 'dataObjectRef') ?? readElement(element, 'dataStoreRef');
  const name = readName(element) || (data ? readName(data) : '');
  const state = readElement(element, 'dataState');
  const stateName = state ? readName(state) : '';
  return name === '' || name.includes(stateName) ? name : `${name} (${stateName})`;
}
