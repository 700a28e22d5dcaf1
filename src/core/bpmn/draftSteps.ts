import type { StepSymbol } from '#core/model/procedure.ts';
import type { BpmnModel, ModelFlow, ModelNode } from './bpmnModel.ts';
import { isSameName, toElementName } from './elementNames.ts';
import {
  type OwnStep,
  type OwnSymbol,
  readAuxiliary,
  readOwnNode,
  readRows,
} from './extensionReader.ts';
import { IdMaker } from './idMaker.ts';
import type { ImportReport } from './importReport.ts';
import { isPlainMark, reportKind, toDefaultName, toKind, toOwnKind } from './nodeKinds.ts';
import { readText } from './readElement.ts';

/** A row in the making. */
interface DraftStep extends OwnStep {
  readonly symbols: readonly StepSymbol[];
}

export interface DraftRows {
  readonly steps: readonly DraftStep[];
  /** Element id of a node → its symbol. */
  readonly symbolOf: ReadonlyMap<string, string>;
}

/** Puts nodes into rows: those that Alur wrote where they were, others after what leads to them. */
export function draftSteps(
  model: BpmnModel,
  ordered: readonly ModelNode[],
  { actorOf, report }: { actorOf: ReadonlyMap<string, string>; report: ImportReport },
): DraftRows {
  const drafter = new Drafter(model, actorOf, report);
  for (const node of model.nodes) drafter.addOwn(node);
  drafter.beginOrder();
  for (const node of ordered) drafter.addForeign(node);
  return drafter.finish();
}

interface Placed {
  readonly symbol: StepSymbol;
  readonly node: ModelNode;
  readonly place: number;
}

class Drafter {
  readonly #model: BpmnModel;
  readonly #actorOf: ReadonlyMap<string, string>;
  readonly #report: ImportReport;
  readonly #steps = new Map<string, OwnStep>();
  readonly #placed = new Map<string, Placed[]>();
  readonly #stepOf = new Map<string, string>();
  readonly #symbolOf = new Map<string, string>();
  readonly #ownSymbols = new Set<string>();
  readonly #entries = new Map<string, ModelFlow[]>();
  readonly #exits = new Map<string, ModelFlow[]>();
  readonly #nodes: ReadonlyMap<string, ModelNode>;
  #order: string[] = [];
  #stepIds = new IdMaker('s', []);
  #symbolIds = new IdMaker('n', []);
  #hasOwn = false;

  constructor(model: BpmnModel, actorOf: ReadonlyMap<string, string>, report: ImportReport) {
    this.#model = model;
    this.#actorOf = actorOf;
    this.#report = report;
    this.#nodes = new Map(model.nodes.map((node) => [node.id, node]));
    for (const flow of model.flows) {
      this.#entries.set(flow.to, [...(this.#entries.get(flow.to) ?? []), flow]);
      this.#exits.set(flow.from, [...(this.#exits.get(flow.from) ?? []), flow]);
    }
  }

  /** A copy that another tool made carries the same symbol; it is handled as foreign. */
  addOwn(node: ModelNode): void {
    const own = readOwnNode(node.element);
    if (!own || this.#ownSymbols.has(own.symbol.id)) return;
    this.#ownSymbols.add(own.symbol.id);
    if (!this.#steps.has(own.step.id)) this.#steps.set(own.step.id, own.step);
    this.#place(own.step.id, node, this.#toOwnSymbol(node, own.symbol), own.symbol.place);
  }

  beginOrder(): void {
    const rows = this.#model.processes.flatMap(readRows);
    for (const { step, content } of rows)
      if (content && !this.#steps.has(step)) this.#steps.set(step, content);
    this.#order = [...new Set(rows.map(({ step }) => step))].filter((id) => this.#steps.has(id));
    this.#hasOwn = this.#steps.size > 0;
    this.#stepIds = new IdMaker('s', this.#steps.keys());
    this.#symbolIds = new IdMaker('n', this.#ownSymbols);
  }

  addForeign(node: ModelNode): void {
    const known = this.#stepOf.get(node.id);
    if (known !== undefined) {
      if (!this.#order.includes(known)) this.#insert(known, node);
      return;
    }
    if (readAuxiliary(node.element)) return;
    reportKind(node.element, this.#report);
    const symbol = this.#toForeignSymbol(node);
    if (this.#joinHost(node, symbol)) return;
    const id = this.#stepIds.take('');
    this.#steps.set(id, this.#toForeignStep(id, node));
    this.#place(id, node, symbol, 0);
    this.#insert(id, node);
  }

  finish(): DraftRows {
    const steps = this.#order.flatMap((id) => {
      const step = this.#steps.get(id);
      return step ? toDraft(step, this.#placed.get(id) ?? []) : [];
    });
    return { steps, symbolOf: this.#symbolOf };
  }

  #toOwnSymbol(node: ModelNode, { id, kind, text }: OwnSymbol): StepSymbol {
    return {
      id,
      actor: this.#actorOf.get(node.actor) ?? '',
      kind: toOwnKind(node.element, kind),
      ...(text !== undefined && { text }),
    };
  }

  #toForeignSymbol(node: ModelNode): StepSymbol {
    return {
      id: this.#symbolIds.take(node.id),
      actor: this.#actorOf.get(node.actor) ?? '',
      kind: toKind(node.element),
    };
  }

  #toForeignStep(id: string, { name, element, requirements, outputs, notes }: ModelNode): OwnStep {
    const activity = name || toDefaultName(element);
    if (activity === '') this.#report.add('name-missing', element, 'has no name');
    return {
      id,
      activity,
      requirements: requirements.join('\n'),
      duration: '',
      output: outputs.join('\n'),
      notes: notes.join('\n'),
    };
  }

  /** An unnamed start or end needs no row: its capsule stands above or below its box. */
  #joinHost(node: ModelNode, symbol: StepSymbol): boolean {
    if (!isPlainMark(node.element, node.name) || node.notes.length > 0) return false;
    const host = this.#findHost(node);
    if (!host) return false;
    const step = this.#stepOf.get(host.id);
    if (step !== undefined) {
      this.#place(step, node, symbol, (this.#placed.get(step)?.length ?? 0) + 1);
      return true;
    }
    if (readOwnNode(host.element)) return false;
    this.addForeign(host);
    const made = this.#stepOf.get(host.id);
    if (made === undefined) return false;
    this.#place(made, node, symbol, -1);
    return true;
  }

  #findHost(node: ModelNode): ModelNode | undefined {
    const entries = this.#entries.get(node.id) ?? [];
    const exits = this.#exits.get(node.id) ?? [];
    const isStart = entries.length === 0;
    const [only, ...more] = isStart ? exits : entries;
    if (!only || more.length > 0 || (!isStart && exits.length > 0)) return undefined;
    const host = this.#nodes.get(isStart ? only.to : only.from);
    if (!host || host.actor !== node.actor || toKind(host.element) !== 'process') return undefined;
    const rivals = isStart ? this.#startsOf(host) : (this.#exits.get(host.id) ?? []);
    return rivals.length === 1 ? host : undefined;
  }

  #startsOf(host: ModelNode): readonly ModelFlow[] {
    const entries = this.#entries.get(host.id) ?? [];
    return entries.filter(({ from }) =>
      this.#nodes.get(from)?.element.$instanceOf('bpmn:StartEvent'),
    );
  }

  #place(step: string, node: ModelNode, symbol: StepSymbol, place: number): void {
    const list = this.#placed.get(step) ?? [];
    this.#placed.set(step, [...list, { symbol, node, place }]);
    this.#stepOf.set(node.id, step);
    this.#symbolOf.set(node.id, symbol.id);
  }

  #insert(step: string, node: ModelNode): void {
    const at = this.#hasOwn ? this.#findRow(node) : this.#order.length;
    this.#order.splice(at, 0, step);
  }

  #findRow(node: ModelNode): number {
    const rowOf = (id: string) => this.#order.indexOf(this.#stepOf.get(id) ?? '');
    const before = (this.#entries.get(node.id) ?? []).map(({ from }) => rowOf(from));
    const last = Math.max(-1, ...before);
    if (last >= 0) return last + 1;
    const after = (this.#exits.get(node.id) ?? []).map(({ to }) => rowOf(to));
    const first = Math.min(this.#order.length, ...after.filter((row) => row >= 0));
    return first;
  }
}

function toDraft(step: OwnStep, placed: readonly Placed[]): DraftStep {
  const sorted = [...placed].sort((a, b) => a.place - b.place);
  const draft = { ...step, symbols: sorted.map(({ symbol }) => symbol) };
  return sorted.reduce(followRename, draft);
}

/** Somebody renamed the element in another tool: the activity and the symbol's text follow. */
function followRename(step: DraftStep, { symbol, node }: Placed): DraftStep {
  if (!readOwnNode(node.element)) return step;
  const name = readText(node.element, 'name');
  const expected = toElementName(step, symbol);
  if (isSameName(name, expected)) return step;
  const isMark = !isSameName(expected, step.activity) && expected === (symbol.text ?? '');
  const [activity = '', ...rest] = isMark ? [step.activity, name] : name.split('\n');
  const text = rest.join('\n').trim();
  const { text: _, ...bare } = symbol;
  const renamed = { ...bare, ...(text !== '' && { text }) };
  const symbols = step.symbols.map((other) => (other.id === symbol.id ? renamed : other));
  return { ...step, activity: activity.trim(), symbols };
}
