import type { ChangeList } from '#core/diff/changeList.ts';
import { type ChangePlace, type ComparedSide, findChangePlaces } from '#core/diff/changePlaces.ts';
import { toCanvasPage } from '#core/export/canvasScene.ts';
import type { Scene } from '#core/export/scene.ts';
import { toScenes } from '#core/export/toScene.ts';
import type { PageLayout } from '#core/layout/geometry.ts';
import { layoutCanvas } from '#core/layout/layoutCanvas.ts';
import { layoutDocument } from '#core/layout/layoutDocument.ts';
import type { Procedure } from '#core/model/procedure.ts';

/** What a comparison is drawn on: the printed pages, or the canvas as one large page. */
export type Surface = 'table' | 'canvas';

/** One page of one of the two procedures. */
export interface DrawnPage {
  readonly layout: PageLayout;
  readonly scene: Scene;
}

/** A page with what changed on it. */
export interface ComparedPage extends DrawnPage {
  readonly places: readonly ChangePlace[];
}

export function toDrawnPages(procedure: Procedure, surface: Surface): readonly DrawnPage[] {
  if (surface === 'canvas') {
    const page = toCanvasPage(procedure, layoutCanvas(procedure));
    return page ? [page] : [];
  }
  const document = layoutDocument(procedure);
  const scenes = toScenes(document, procedure);
  return document.pages.flatMap((layout, index) => {
    const scene = scenes[index];
    return scene ? [{ layout, scene }] : [];
  });
}

/** The pages of one side; those of the earlier procedure must be drawn with the ids of the later one. */
export function toComparedPages(
  pages: readonly DrawnPage[],
  changes: ChangeList,
  side: ComparedSide,
): readonly ComparedPage[] {
  return pages.map((page) => ({ ...page, places: findChangePlaces(page.layout, changes, side) }));
}
