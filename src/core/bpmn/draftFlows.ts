import type { BpmnModel, ModelFlow } from './bpmnModel.ts';
import type { DraftRows } from './draftSteps.ts';
import { isSameName } from './elementNames.ts';
import { type OwnFlow, type Raw, readAuxiliary, readOwnFlow } from './extensionReader.ts';
import { IdMaker } from './idMaker.ts';
import type { ImportReport } from './importReport.ts';
import { readText } from './readElement.ts';

/** A flow in the making; what its route says is checked when the procedure is parsed. */
export interface DraftFlow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label?: string;
  readonly route?: Raw;
}

/** The arrows between symbols. Those that only tie Alur's own fork, join or start are left out. */
export function draftFlows(
  model: BpmnModel,
  rows: DraftRows,
  report: ImportReport,
): readonly DraftFlow[] {
  const owns = model.flows.map((flow) => readOwnFlow(flow.element));
  const ids = new IdMaker(
    'f',
    owns.flatMap((own) => own?.id ?? []),
  );
  const used = new Set<string>();
  const seen = new Set<string>();
  const ends = new FlowEnds(model, rows);
  return model.flows.flatMap((flow, index) => {
    if (ends.isTie(flow)) return [];
    const own = owns[index];
    const from = ends.from(flow, own);
    const to = ends.to(flow, own);
    const label = toLabel(flow, own);
    const key = JSON.stringify([from, to, label ?? '']);
    if (from === undefined || to === undefined || from === to || seen.has(key)) {
      report.add('flow-lost', flow.element, toLossReason(from, to));
      return [];
    }
    seen.add(key);
    const isFirst = own !== undefined && !used.has(own.id);
    const id = isFirst ? own.id : ids.take(own ? '' : flow.id);
    used.add(id);
    const route = isFirst ? own.route : undefined;
    return { id, from, to, ...(label !== undefined && { label }), ...(route && { route }) };
  });
}

function toLossReason(from: string | undefined, to: string | undefined): string {
  if (from === undefined || to === undefined) return 'leads to or from nothing';
  return from === to ? 'leads back to where it began' : 'is there already';
}

function toLabel({ element, name }: ModelFlow, own: OwnFlow | undefined): string | undefined {
  if (own && isSameName(readText(element, 'name'), own.label ?? '')) return own.label;
  return name === '' ? undefined : name;
}

class FlowEnds {
  readonly #rows: DraftRows;
  readonly #auxiliaries = new Map<string, { readonly role: string; readonly step: string }>();

  constructor(model: BpmnModel, rows: DraftRows) {
    this.#rows = rows;
    for (const { id, element } of model.nodes) {
      const auxiliary = readAuxiliary(element);
      if (auxiliary && !rows.symbolOf.has(id)) this.#auxiliaries.set(id, auxiliary);
    }
  }

  isTie({ from, to }: ModelFlow): boolean {
    const source = this.#auxiliaries.get(from)?.role;
    return source === 'fork' || source === 'start' || this.#auxiliaries.get(to)?.role === 'join';
  }

  from({ from }: ModelFlow, own: OwnFlow | undefined): string | undefined {
    return this.#resolve(from, own?.from);
  }

  to({ to }: ModelFlow, own: OwnFlow | undefined): string | undefined {
    return this.#resolve(to, own?.to);
  }

  /** At a fork or join, the symbol that we wrote into the flow, as long as it stands in that step. */
  #resolve(node: string, written: string | undefined): string | undefined {
    const auxiliary = this.#auxiliaries.get(node);
    if (!auxiliary) return this.#rows.symbolOf.get(node);
    const symbols = this.#rows.steps.find(({ id }) => id === auxiliary.step)?.symbols ?? [];
    return (symbols.find(({ id }) => id === written) ?? symbols[0])?.id;
  }
}
