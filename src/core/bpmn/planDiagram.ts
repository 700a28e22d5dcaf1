import type { Flow, Procedure, Step, StepSymbol } from '#core/model/procedure.ts';
import { toElementName } from './elementNames.ts';
import { XmlIds } from './xmlIds.ts';

/** Names of BPMN elements: what a node becomes. */
type NodeType = 'startEvent' | 'endEvent' | 'task' | 'exclusiveGateway' | 'parallelGateway';

/** What has no symbol in the table but makes the BPMN model say the same. */
export type AuxiliaryRole = 'start' | 'fork' | 'join';

export interface PlannedNode {
  readonly id: string;
  readonly type: NodeType;
  readonly name: string;
  readonly actor: string;
  readonly step: Step;
  /** The column it stands in, counted over the whole diagram. */
  readonly column: number;
  readonly symbol?: StepSymbol;
  readonly auxiliary?: AuxiliaryRole;
}

export interface PlannedFlow {
  readonly id: string;
  /** Ids of planned nodes. */
  readonly from: string;
  readonly to: string;
  /** Absent where an auxiliary node is tied to its symbol. */
  readonly flow?: Flow;
}

export interface DiagramPlan {
  readonly nodes: readonly PlannedNode[];
  readonly flows: readonly PlannedFlow[];
  readonly columnCount: number;
}

/**
 * Which BPMN elements a procedure becomes: capsules are events, or tasks where arrows both enter and
 * leave them; the boxes of a joint step stand between a parallel fork and join.
 */
export function planDiagram(procedure: Procedure, ids: XmlIds = new XmlIds()): DiagramPlan {
  const planner = new Planner(procedure, ids);
  for (const step of procedure.steps) planner.addStep(step);
  return planner.finish();
}

class Planner {
  readonly #procedure: Procedure;
  readonly #ids: XmlIds;
  readonly #entered: ReadonlySet<string>;
  readonly #left: ReadonlySet<string>;
  /** The capsule that begins the procedure although a loop leads back to it. */
  readonly #loopedStart: string | undefined;
  readonly #nodes: PlannedNode[] = [];
  readonly #ties: PlannedFlow[] = [];
  /** Symbol id → the node that arrows to it, or from it, end at. */
  readonly #entryNodes = new Map<string, string>();
  readonly #exitNodes = new Map<string, string>();
  #column = 0;

  constructor(procedure: Procedure, ids: XmlIds) {
    this.#procedure = procedure;
    this.#ids = ids;
    this.#entered = new Set(procedure.flows.map((flow) => flow.to));
    this.#left = new Set(procedure.flows.map((flow) => flow.from));
    this.#loopedStart = this.#findLoopedStart();
  }

  addStep(step: Step): void {
    const isJoint = isForked(step, this.#procedure.flows);
    const fork = isJoint ? this.#addFork(step) : undefined;
    const start = this.#addStart(step);
    const perActor = new Map<string, number>();
    for (const symbol of step.symbols) {
      const place = perActor.get(symbol.actor) ?? 0;
      perActor.set(symbol.actor, place + 1);
      const id = this.#addSymbol(step, symbol, this.#column + place);
      if (fork) this.#tie(fork, id);
      if (start && symbol.id === this.#loopedStart) this.#tie(start, id);
      this.#entryNodes.set(symbol.id, fork ?? id);
    }
    this.#column += Math.max(1, ...perActor.values());
    if (isJoint) this.#addJoin(step);
  }

  finish(): DiagramPlan {
    const flows = this.#procedure.flows.map((flow) => ({
      id: this.#ids.take('Flow', flow.id),
      from: this.#exitNodes.get(flow.from) ?? '',
      to: this.#entryNodes.get(flow.to) ?? '',
      flow,
    }));
    return { nodes: this.#nodes, flows: [...flows, ...this.#ties], columnCount: this.#column };
  }

  #findLoopedStart(): string | undefined {
    const capsules = this.#procedure.steps
      .flatMap((step) => step.symbols)
      .filter((symbol) => symbol.kind === 'terminator');
    const first = capsules[0]?.id;
    if (capsules.some(({ id }) => !this.#entered.has(id))) return undefined;
    return first !== undefined && this.#left.has(first) ? first : undefined;
  }

  #addSymbol(step: Step, symbol: StepSymbol, column: number): string {
    const id = this.#ids.take('Symbol', symbol.id);
    this.#nodes.push({
      id,
      type: this.#toType(symbol),
      name: toElementName(step, symbol),
      actor: symbol.actor,
      step,
      column,
      symbol,
    });
    this.#exitNodes.set(symbol.id, id);
    return id;
  }

  #toType({ id, kind }: StepSymbol): NodeType {
    if (kind !== 'terminator') return kind === 'decision' ? 'exclusiveGateway' : 'task';
    if (!this.#entered.has(id)) return 'startEvent';
    return this.#left.has(id) ? 'task' : 'endEvent';
  }

  #addStart(step: Step): string | undefined {
    const symbol = step.symbols.find(({ id }) => id === this.#loopedStart);
    if (!symbol) return undefined;
    const id = this.#addAuxiliary(step, 'start', symbol.actor);
    this.#column += 1;
    return id;
  }

  #addFork(step: Step): string | undefined {
    const entered = step.symbols.find(({ id }) => this.#entered.has(id));
    if (!entered) return undefined;
    const id = this.#addAuxiliary(step, 'fork', entered.actor);
    this.#column += 1;
    return id;
  }

  #addJoin(step: Step): void {
    const left = step.symbols.find(({ id }) => this.#left.has(id));
    if (!left) return;
    const id = this.#addAuxiliary(step, 'join', left.actor);
    for (const symbol of step.symbols) {
      this.#tie(this.#exitNodes.get(symbol.id) ?? '', id);
      this.#exitNodes.set(symbol.id, id);
    }
    this.#column += 1;
  }

  #addAuxiliary(step: Step, role: AuxiliaryRole, actor: string): string {
    const id = this.#ids.take(auxiliaryPrefixes[role], step.id);
    const type = role === 'start' ? 'startEvent' : 'parallelGateway';
    this.#nodes.push({ id, type, name: '', actor, step, column: this.#column, auxiliary: role });
    return id;
  }

  #tie(from: string, to: string): void {
    this.#ties.push({ id: this.#ids.take('Tie', `${from}-${to}`), from, to });
  }
}

const auxiliaryPrefixes: Readonly<Record<AuxiliaryRole, string>> = {
  start: 'Start',
  fork: 'Fork',
  join: 'Join',
};

/**
 * A parallel fork and join say that boxes are done together; they can't where a decision or capsule
 * is among the boxes, or an arrow leads from one to the other.
 */
function isForked({ joint, symbols }: Step, flows: readonly Flow[]): boolean {
  if (!joint || symbols.length < 2 || symbols.some(({ kind }) => kind !== 'process')) return false;
  const ids = new Set(symbols.map(({ id }) => id));
  return !flows.some(({ from, to }) => ids.has(from) && ids.has(to));
}
