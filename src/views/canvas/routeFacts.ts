import { findBrokenWishes, type WishPart } from '#core/layout/drawnRoute.ts';
import type { CanvasLayout, Connector, SymbolBox } from '#core/layout/geometry.ts';
import type { Flow, Procedure } from '#core/model/procedure.ts';

interface Drawn {
  readonly layout: CanvasLayout;
  readonly symbols: ReadonlyMap<string, SymbolBox>;
  readonly connectors: ReadonlyMap<string, Connector>;
}

/** Of every arrow that a person gave a way: the wishes that could not be kept. */
export function toRouteFacts(
  { flows }: Procedure,
  drawn: Drawn,
): ReadonlyMap<string, readonly WishPart[]> {
  return new Map(
    flows.filter(({ route }) => route).map((flow) => [flow.id, findBroken(flow, drawn)]),
  );
}

function findBroken(
  { id, from, to, route }: Flow,
  { layout, symbols, connectors }: Drawn,
): readonly WishPart[] {
  const [connector, source, target] = [connectors.get(id), symbols.get(from), symbols.get(to)];
  if (!route || !connector || !source || !target) return [];
  return findBrokenWishes(route, connector, { source, target, columns: layout.columns });
}
