import type { ModdleElement } from 'bpmn-moddle';
import { limits } from '#core/model/limits.ts';
import type { BpmnModel, ModelFlow, ModelNode } from './bpmnModel.ts';
import type { ImportReport } from './importReport.ts';
import { readElement, readExtension } from './readElement.ts';

/**
 * Takes out what an SOP has no symbol for: arrows of boundary events leave their host, and gateways
 * that only split in parallel or only merge are replaced by direct arrows. Undefined when that makes
 * more arrows than a procedure may have.
 */
export function simplifyModel(model: BpmnModel, report: ImportReport): BpmnModel | undefined {
  const simplifier = new Simplifier(model, report);
  for (const node of model.nodes)
    if (node.element.$instanceOf('bpmn:BoundaryEvent')) simplifier.moveToHost(node);
  for (const node of model.nodes) {
    if (!simplifier.isPassage(node)) continue;
    if (!simplifier.bridge(node)) return undefined;
  }
  return simplifier.finish();
}

class Simplifier {
  readonly #model: BpmnModel;
  readonly #report: ImportReport;
  readonly #removed = new Set<string>();
  readonly #flows = new Map<string, ModelFlow>();
  readonly #entries = new Map<string, Set<string>>();
  readonly #exits = new Map<string, Set<string>>();
  #bridgeCount = 0;

  constructor(model: BpmnModel, report: ImportReport) {
    this.#model = model;
    this.#report = report;
    for (const flow of model.flows) this.#add(flow);
  }

  moveToHost(event: ModelNode): void {
    const attachedTo = readElement(event.element, 'attachedToRef');
    const host = this.#model.nodes.find(({ element }) => element === attachedTo);
    this.#removed.add(event.id);
    for (const flow of this.#list(this.#exits, event.id)) {
      this.#delete(flow);
      if (host) this.#add({ ...flow, from: host.id, name: flow.name || event.name });
    }
    for (const flow of this.#list(this.#entries, event.id)) this.#delete(flow);
    this.#report.add(
      'boundary-event-simplified',
      event.element,
      host ? 'became an exit of its step' : 'is attached to nothing and was left out',
    );
  }

  /** A gateway that decides nothing: parallel, or with one exit. Our own fork and join are kept. */
  isPassage({ id, element }: ModelNode): boolean {
    if (this.#removed.has(id) || !element.$instanceOf('bpmn:Gateway')) return false;
    if (readExtension(element, 'alur:Auxiliary') || readExtension(element, 'alur:Symbol'))
      return false;
    const exitCount = this.#exits.get(id)?.size ?? 0;
    return element.$instanceOf('bpmn:ParallelGateway') || exitCount < 2;
  }

  /** Joins every arrow into the gateway with every arrow out of it; false when there are too many. */
  bridge({ id, element }: ModelNode): boolean {
    const entries = this.#list(this.#entries, id);
    const exits = this.#list(this.#exits, id);
    if (this.#flows.size + entries.length * exits.length > limits.maxFlows) return false;
    this.#removed.add(id);
    for (const flow of [...entries, ...exits]) this.#delete(flow);
    for (const entry of entries)
      for (const exit of exits)
        if (entry.from !== id && exit.to !== id) this.#addBridge(entry, exit, exits.length > 1);
    this.#reportPassage(element, exits.length > 1);
    return true;
  }

  finish(): BpmnModel {
    const nodes = this.#model.nodes.filter(({ id }) => !this.#removed.has(id));
    return { ...this.#model, nodes, flows: [...this.#flows.values()] };
  }

  #addBridge(entry: ModelFlow, exit: ModelFlow, splits: boolean): void {
    this.#bridgeCount += 1;
    const id = splits ? `${exit.id}-${this.#bridgeCount}` : entry.id;
    const name = [entry.name, exit.name].filter((text) => text !== '').join(' – ');
    const element = splits ? exit.element : entry.element;
    this.#add({ id, from: entry.from, to: exit.to, name, element });
  }

  #reportPassage(element: ModdleElement, splits: boolean): void {
    if (splits)
      this.#report.add(
        'parallel-simplified',
        element,
        'was removed; arrows lead directly to all that happens in parallel',
      );
    else this.#report.add('gateway-removed', element, 'was removed; its arrows lead on directly');
  }

  #add(flow: ModelFlow): void {
    this.#flows.set(flow.id, flow);
    setOf(this.#exits, flow.from).add(flow.id);
    setOf(this.#entries, flow.to).add(flow.id);
  }

  #delete(flow: ModelFlow): void {
    this.#flows.delete(flow.id);
    this.#exits.get(flow.from)?.delete(flow.id);
    this.#entries.get(flow.to)?.delete(flow.id);
  }

  #list(ends: ReadonlyMap<string, ReadonlySet<string>>, node: string): readonly ModelFlow[] {
    return [...(ends.get(node) ?? [])].flatMap((id) => this.#flows.get(id) ?? []);
  }
}

function setOf(map: Map<string, Set<string>>, key: string): Set<string> {
  const known = map.get(key);
  if (known) return known;
  const made = new Set<string>();
  map.set(key, made);
  return made;
}
