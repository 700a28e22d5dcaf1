import type { Procedure } from '#core/model/procedure.ts';
import type { CanvasMetrics } from './canvasMetrics.ts';
import type { DocumentLayout } from './geometry.ts';
import { type DrawingMetrics, measurePage } from './metrics.ts';
import { type DocumentMetrics, measureDocument } from './pageMetrics.ts';

/** How good a printed document is: the counts of all its pages together. */
export type LayoutMetrics = DrawingMetrics & DocumentMetrics;

export function measureLayout(layout: DocumentLayout, procedure: Procedure): LayoutMetrics {
  const pages = layout.pages.map((page) => measurePage(page, procedure));
  const sum = (key: keyof DrawingMetrics) => pages.reduce((total, page) => total + page[key], 0);
  return {
    throughSymbols: sum('throughSymbols'),
    overlaps: sum('overlaps'),
    crossings: sum('crossings'),
    bends: sum('bends'),
    sideConflicts: sum('sideConflicts'),
    ruleRunners: sum('ruleRunners'),
    labelHits: sum('labelHits'),
    strayLabels: sum('strayLabels'),
    struckLabels: sum('struckLabels'),
    offCentreEnds: sum('offCentreEnds'),
    entriesFromBelow: sum('entriesFromBelow'),
    outsideArea: sum('outsideArea'),
    looseEnds: sum('looseEnds'),
    ...measureDocument(layout, procedure),
  };
}

/** What a good drawing may have; of everything else it has none. */
const ALLOWED: ReadonlySet<string> = new Set<keyof LayoutMetrics | keyof CanvasMetrics>([
  'crossings',
  'bends',
  'entriesFromBelow',
  'strayLabels',
  'struckLabels',
  'shortenedTexts',
]);

/** The counts that should be 0 and are not. */
export function findForbidden(
  metrics: Partial<LayoutMetrics | CanvasMetrics>,
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(metrics).filter(([name, count]) => count > 0 && !ALLOWED.has(name)),
  );
}
