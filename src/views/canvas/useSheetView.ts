import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { CanvasLayout } from '#core/layout/geometry.ts';
import { useSelection, useSession } from '#session/react/hooks.ts';
import type { Selected } from '#session/session.ts';
import { useCanvas, useLayout } from './canvasContext.ts';
import { isOnSheet, openViewMemory, type ViewMemory } from './rememberedView.ts';
import { toSelectionView } from './selectionView.ts';

/** Free room around the sheet when it fits the window, in px. */
const marginPx = { top: 16, side: 28, bottom: 72 } as const;
/** What the list of steps covers at the left. */
const outlinePx = 314;
const maxFitZoom = 1.25;
/** Smaller than this a sheet can't be read: it opens fitted to the width instead, at its top. */
const readableZoom = 0.7;
const minZoom = 0.1;

export interface SheetView {
  /** Shows everything. */
  readonly fit: () => void;
  /** Shows what is selected, as large as it fits. */
  readonly fitSelection: () => void;
  /** Lets the browser copy or cut what is selected on the canvas. */
  readonly onClipboard: (action: 'copy' | 'cut') => void;
}

/** Fits the sheet once it is known, and keeps the selection in view. */
export function useSheetView(): SheetView {
  const flow = useReactFlow();
  const store = useStoreApi();
  const session = useSession();
  const { sheet } = useCanvas();

  const fitTo = useCallback(
    (smallest: number) => {
      const { width, height } = store.getState();
      if (width === 0) return false;
      const view = toFit(sheet.get().layout, { width, height, minZoom: smallest });
      void flow.setViewport(view);
      return true;
    },
    [flow, store, sheet],
  );

  const memory = useViewMemory();
  const open = useCallback(() => {
    const { width, height } = store.getState();
    const view = memory.read();
    if (width === 0 || !view || !isOnSheet(sheet.get().layout, view, { width, height }))
      return fitTo(readableZoom);
    void flow.setViewport(view);
    return true;
  }, [memory, store, sheet, flow, fitTo]);

  useEffect(() => {
    if (open()) return;
    const stop = store.subscribe(() => {
      if (open()) stop();
    });
    return stop;
  }, [open, store]);

  useShownSelection();
  const fit = useCallback(() => void fitTo(minZoom), [fitTo]);
  const fitSelection = useCallback(() => {
    const { width, height } = store.getState();
    const view = toSelectionView(sheet.get(), session.selection.get(), { width, height });
    if (view) void flow.setViewport(view, { duration: 160 });
  }, [flow, store, sheet, session]);
  const onClipboard = useCallback(
    (action: 'copy' | 'cut') => {
      // The event goes to where the keyboard is: a menu had it.
      store.getState().domNode?.focus({ preventScroll: true });
      document.execCommand(action);
    },
    [store],
  );
  return { fit, fitSelection, onClipboard };
}

/** The view is remembered as the canvas is left, or the page. */
function useViewMemory(): ViewMemory {
  const { procedureId } = useSession();
  const store = useStoreApi();
  const memory = useMemo(() => openViewMemory(localStorage, procedureId), [procedureId]);
  useEffect(() => {
    const remember = () => {
      const { transform, width } = store.getState();
      const [x, y, zoom] = transform;
      if (width > 0) memory.write({ x, y, zoom });
    };
    window.addEventListener('pagehide', remember);
    return () => {
      window.removeEventListener('pagehide', remember);
      remember();
    };
  }, [memory, store]);
  return memory;
}

function useShownSelection(): void {
  const flow = useReactFlow();
  const store = useStoreApi();
  const layout = useLayout();
  const { state } = useCanvas();
  const selected = useSelection().at(-1);
  const shown = useRef(selected);
  useEffect(() => {
    const place = selected && findPlace(layout, selected);
    if (!selected) shown.current = undefined;
    if (!place || shown.current === selected) return;
    shown.current = selected;
    const { width, height, transform } = store.getState();
    const covered = state.get().isOutlineShown && width > outlinePx + 400 ? outlinePx : 0;
    const moved = toShown(place, { width, height, transform, layout, covered });
    if (moved) void flow.setViewport({ ...moved, zoom: transform[2] }, { duration: 160 });
  }, [selected, layout, flow, store, state]);
}

interface Frame {
  readonly width: number;
  readonly height: number;
}

/** The view in which the sheet fits: all of it, or its width when all of it would be too small. */
function toFit(layout: CanvasLayout, { width, height, minZoom }: Frame & { minZoom: number }) {
  const acrossZoom = (width - 2 * marginPx.side) / layout.width;
  const downZoom = (height - marginPx.top - marginPx.bottom) / layout.height;
  const wholeZoom = Math.min(acrossZoom, downZoom, maxFitZoom);
  const zoom = wholeZoom >= minZoom ? wholeZoom : Math.max(minZoom, Math.min(acrossZoom, 1));
  return { x: Math.max(marginPx.side, (width - layout.width * zoom) / 2), y: marginPx.top, zoom };
}

type Span = readonly [start: number, end: number];

/** Where something is, on the axes on which that can be said: a row is as wide as the sheet. */
interface Place {
  readonly across?: Span;
  readonly down?: Span;
}

function findPlace(layout: CanvasLayout, { kind, id }: Selected): Place | undefined {
  switch (kind) {
    case 'symbol': {
      const box = layout.symbols.find(({ symbol }) => symbol === id);
      return box && { across: [box.x, box.x + box.width], down: [box.y, box.y + box.height] };
    }
    case 'step': {
      const row = layout.rows.find(({ step }) => step === id);
      return row && { down: [row.y, row.y + row.height] };
    }
    case 'actor': {
      const column = layout.columns.find(({ actor }) => actor === id);
      return column && { across: [column.x, column.x + column.width] };
    }
    case 'flow':
      return undefined;
  }
}

/** The nearest view that shows the place whole; undefined when it is in view already. */
function toShown(
  { across, down }: Place,
  view: Frame & {
    readonly transform: readonly [x: number, y: number, zoom: number];
    readonly layout: CanvasLayout;
    /** So much at the left is covered, in px. */
    readonly covered: number;
  },
): { readonly x: number; readonly y: number } | undefined {
  const [x, y, zoom] = view.transform;
  const { numberWidth, headHeight } = view.layout;
  const dx = toShift(across, {
    from: x,
    zoom,
    room: [Math.max(numberWidth * zoom, view.covered) + 16, view.width - 48],
  });
  const dy = toShift(down, { from: y, zoom, room: [headHeight * zoom + 16, view.height - 110] });
  return dx || dy ? { x: x + dx, y: y + dy } : undefined;
}

/** How far the view must move along one axis, in px. */
function toShift(
  span: Span | undefined,
  {
    from,
    zoom,
    room: [min, max],
  }: { readonly from: number; readonly zoom: number; readonly room: Span },
): number {
  if (!span) return 0;
  const [start, end] = [span[0] * zoom + from, span[1] * zoom + from];
  if (start < min) return min - start;
  return end > max ? Math.max(max - end, min - start) : 0;
}
