import type { Surface } from './comparedPages.ts';

/** How a comparison is shown. */
export interface CompareLook {
  readonly surface: Surface;
  /** Both states over one another instead of side by side. */
  readonly isStacked: boolean;
  /** How much of the later state shows through, 0 to 1, when stacked. */
  readonly share: number;
  /** How wide the widest page is, in widths of its pane. */
  readonly zoom: number;
  /** The only part that a narrow screen shows. */
  readonly part: 'list' | 'before' | 'after';
}

export const startingLook: CompareLook = {
  surface: 'table',
  isStacked: false,
  share: 0.5,
  zoom: 1,
  part: 'list',
};

/** The steps of the zoom buttons. */
const zooms = [0.5, 0.75, 1, 1.5, 2, 3, 4];

/** The next zoom up or down; the same where there is none. */
export function stepZoom(zoom: number, direction: 1 | -1): number {
  const next =
    direction > 0 ? zooms.find((step) => step > zoom) : zooms.findLast((step) => step < zoom);
  return next ?? zoom;
}
