import type { Scene } from '#core/export/scene.ts';
import { toScenes } from '#core/export/toScene.ts';
import type { LayoutWarning, PageLayout } from '#core/layout/geometry.ts';
import { layoutDocument } from '#core/layout/layoutDocument.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { type GridRows, toGridFacts, toGridRows } from './gridCell.ts';
import { isSameValue } from './isSameValue.ts';

/** One page: how it looks, and what can be reached on it. */
export interface PageModel {
  readonly layout: PageLayout;
  readonly scene: Scene;
  readonly rows: GridRows;
}

/** The printed pages, and what did not fit on them as it should. */
export interface PrintedPages {
  readonly models: readonly PageModel[];
  readonly warnings: readonly LayoutWarning[];
}

/** The printed pages. A page that did not change is the same object as in `previous`. */
export function toPrintedPages(
  procedure: Procedure,
  previous: readonly PageModel[] = [],
): PrintedPages {
  const document = layoutDocument(procedure);
  const scenes = toScenes(document, procedure);
  const facts = toGridFacts(procedure);
  const taken = new Set<string>();
  const models = document.pages.map((layout, index) => {
    const scene = scenes[index];
    if (!scene) throw new RangeError(`No scene for page ${index + 1} of ${document.pages.length}`);
    const model = { layout, scene, rows: toGridRows(layout, facts, taken) };
    const before = previous[index];
    return before && isSameValue(before, model) ? before : model;
  });
  return { models, warnings: document.warnings ?? [] };
}
