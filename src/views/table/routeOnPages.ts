import { findBrokenWishes, type WishPart } from '#core/layout/drawnRoute.ts';
import type { Flow } from '#core/model/procedure.ts';
import type { PageModel } from './pageModel.ts';

/** The wishes for an arrow that its page does not keep; none of an arrow that goes over two pages. */
export function findBrokenOnPages(
  { id, from, to, route }: Flow,
  pages: readonly Pick<PageModel, 'layout'>[],
): readonly WishPart[] {
  for (const { layout } of route ? pages : []) {
    const connector = layout.connectors.find(({ flow }) => flow === id);
    const source = layout.symbols.find(({ symbol }) => symbol === from);
    const target = layout.symbols.find(({ symbol }) => symbol === to);
    if (route && connector && source && target)
      return findBrokenWishes(route, connector, { source, target, columns: layout.columns });
  }
  return [];
}
