import type { Flow } from '#core/model/procedure.ts';

interface PlacedFlow {
  readonly flow: Flow;
  readonly place: number;
}

const indexes = new WeakMap<readonly Flow[], ReadonlyMap<string, readonly PlacedFlow[]>>();

/** The flows with both ends among these symbols, in the document's order. */
export function findInnerFlows(
  flows: readonly Flow[],
  symbols: ReadonlySet<string>,
): readonly Flow[] {
  const bySource = indexBySource(flows);
  return [...symbols]
    .flatMap((id) => bySource.get(id) ?? [])
    .filter(({ flow }) => symbols.has(flow.to))
    .sort((a, b) => a.place - b.place)
    .map(({ flow }) => flow);
}

/** Made once for all pages and cells. */
function indexBySource(flows: readonly Flow[]): ReadonlyMap<string, readonly PlacedFlow[]> {
  const known = indexes.get(flows);
  if (known) return known;
  const index = new Map<string, PlacedFlow[]>();
  flows.forEach((flow, place) => {
    const list = index.get(flow.from);
    if (list) list.push({ flow, place });
    else index.set(flow.from, [{ flow, place }]);
  });
  indexes.set(flows, index);
  return index;
}
