import type { Box } from '#core/layout/geometry.ts';

/** How large the pages are drawn: 1 is the paper's own size on a screen of 96 pixels an inch. */
export type Zoom = number | 'fit';

/** CSS pixels a pt at zoom 1. */
export const pxPerPt = 96 / 72;

const minZoom = 0.25;
const maxZoom = 4;

/** The steps of the zoom buttons. */
const zoomSteps = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4];

/** The next zoom step up or down; the limit where there is none. */
export function stepZoom(zoom: number, direction: 1 | -1): number {
  const margin = 0.01;
  if (direction > 0) return zoomSteps.find((step) => step > zoom + margin) ?? maxZoom;
  return zoomSteps.findLast((step) => step < zoom - margin) ?? minZoom;
}

export function clampZoom(zoom: number): number {
  return Math.min(maxZoom, Math.max(minZoom, zoom));
}

/** Where the pages lie on the desk, in CSS px. */
export interface Placement {
  /** CSS px a pt. */
  readonly scale: number;
  readonly pages: readonly Box[];
  readonly width: number;
  readonly height: number;
}

interface PlaceOptions {
  readonly zoom: Zoom;
  readonly viewportWidth: number;
  /** Free space around and between the pages, and below the last one, in CSS px. */
  readonly gap: number;
  readonly bottom: number;
}

/** Pages below one another, centred. */
export function placePages(
  sizes: readonly { readonly width: number; readonly height: number }[],
  { zoom, viewportWidth, gap, bottom }: PlaceOptions,
): Placement {
  const widest = Math.max(1, ...sizes.map((size) => size.width));
  const fitting = clampZoom((viewportWidth - 2 * gap) / widest / pxPerPt);
  const scale = (zoom === 'fit' ? fitting : zoom) * pxPerPt;
  const width = Math.max(viewportWidth, widest * scale + 2 * gap);
  let y = gap;
  const pages = sizes.map((size) => {
    const page = {
      x: Math.round((width - size.width * scale) / 2),
      y,
      width: size.width * scale,
      height: size.height * scale,
    };
    y += page.height + gap;
    return page;
  });
  return { scale, pages, width, height: y - gap + bottom };
}

/** The pages that touch a band of the desk, as first and last index. */
export function findPagesIn(
  { pages }: Placement,
  band: { readonly top: number; readonly bottom: number },
): { readonly first: number; readonly last: number } {
  const first = pages.findIndex((page) => page.y + page.height >= band.top);
  const last = pages.findLastIndex((page) => page.y <= band.bottom);
  return first < 0 || last < first ? { first: 0, last: -1 } : { first, last };
}

/** The page of which most is in the band. */
export function findMainPage(
  { pages }: Placement,
  band: { readonly top: number; readonly bottom: number },
): number {
  const shown = pages.map(
    ({ y, height }) => Math.min(y + height, band.bottom) - Math.max(y, band.top),
  );
  return Math.max(0, shown.indexOf(Math.max(...shown)));
}

/** A place on the desk that stays the same when the zoom changes: a page and a share of its height. */
export interface Anchor {
  readonly page: number;
  readonly share: number;
}

export function toAnchor({ pages }: Placement, y: number): Anchor | undefined {
  const page = pages.findLastIndex((candidate) => candidate.y <= y);
  const box = pages[Math.max(0, page)];
  return box && { page: Math.max(0, page), share: (y - box.y) / box.height };
}

export function fromAnchor({ pages }: Placement, { page, share }: Anchor): number {
  const box = pages[page];
  return box ? box.y + share * box.height : 0;
}

interface Viewport {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Free room on both sides of a box, in CSS px. */
interface Room {
  readonly across: number;
  readonly down: number;
}

/**
 * The scroll position that brings a box of a page into view with some room around it; the present one if it is.
 */
export function toRevealing(
  { pages, scale }: Placement,
  page: number,
  box: Box,
  viewport: Viewport,
  room: Room = { across: 16, down: 72 },
): { readonly left: number; readonly top: number } {
  const sheet = pages[page];
  if (!sheet) return viewport;
  const left = sheet.x + box.x * scale;
  const top = sheet.y + box.y * scale;
  return {
    left: toShift(viewport.left, viewport.width, left, left + box.width * scale, room.across),
    top: toShift(viewport.top, viewport.height, top, top + box.height * scale, room.down),
  };
}

function toShift(start: number, length: number, from: number, to: number, roomPx: number): number {
  const room = Math.min(roomPx, Math.max(0, (length - (to - from)) / 2));
  if (from - room < start || to - from > length) return Math.max(0, from - room);
  return to + room > start + length ? to + room - length : start;
}
