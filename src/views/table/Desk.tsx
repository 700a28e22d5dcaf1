import {
  type CSSProperties,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import type { TextMatch } from '#core/edit/findTexts.ts';
import type { Scene } from '#core/export/scene.ts';
import type { Box } from '#core/layout/geometry.ts';
import { useFoundTexts } from '#session/react/foundTexts.ts';
import { useSelection, useSession } from '#session/react/hooks.ts';
import type { Selection } from '#session/session.ts';
import { AddStepLine } from './AddStepLine.tsx';
import { CellEditor } from './CellEditor.tsx';
import { ColumnMenu } from './ColumnMenu.tsx';
import { findEditPlace } from './editPlace.ts';
import { toFoundBoxes } from './foundBoxes.ts';
import { HeadDrag } from './HeadDrag.tsx';
import { LogoPlace } from './LogoPlace.tsx';
import { findSelectionBox } from './marks.ts';
import { type PlacedCell, toFocusable } from './moves.ts';
import { PanelPlace } from './PanelPlace.tsx';
import { PeerMarks } from './PeerMarks.tsx';
import { PeerSelections } from './PeerSelections.tsx';
import type { PageModel } from './pageModel.ts';
import { type Placement, placePages, toRevealing } from './placement.ts';
import { RowMenu } from './RowMenu.tsx';
import { Sheet } from './Sheet.tsx';
import { SuggestionPins } from './SuggestionPins.tsx';
import { TableBar } from './TableBar.tsx';
import { useTable, useTableUi } from './tableContext.ts';
import { useDeskEvents } from './useDeskEvents.ts';
import { usePages } from './usePages.ts';
import { useScroll } from './useScroll.ts';
import { useViewport } from './useViewport.ts';
import { useWheelZoom } from './useWheelZoom.ts';

interface DeskProps {
  /** Told the cells as they are drawn. */
  readonly cells: RefObject<readonly PlacedCell[]>;
  readonly onCopyPage: ((page: Scene) => void) | undefined;
}

/** The pages on a desk that scrolls. Only those in view are drawn. */
export function Desk({ cells, onCopyPage }: DeskProps) {
  const deskRef = useRef<HTMLDivElement>(null);
  const { models: pages, warnings } = usePages();
  const zoom = useTableUi((ui) => ui.zoom);
  const viewport = useViewport(deskRef);
  const placement = useMemo(() => {
    const isNarrow = viewport.width < 600;
    return placePages(
      pages.map(({ layout }) => layout),
      { zoom, viewportWidth: viewport.width, gap: isNarrow ? 10 : 28, bottom: 76 },
    );
  }, [pages, zoom, viewport.width]);
  const { first, last, current } = useScroll(deskRef, placement, viewport);
  const page = pages[current];
  const focusable = useMemo(() => toFocusable(pages), [pages]);
  useLayoutEffect(() => {
    cells.current = focusable;
  }, [cells, focusable]);
  const tabStop = useTabStop(focusable);
  const events = useDeskEvents(pages, placement.scale, cells);
  useWheelZoom(deskRef, placement.scale);
  useReveal(deskRef, pages, { placement, isPlaced: viewport.width > 0 });
  useRevealEditing(deskRef, pages, placement);
  useFocusRequest(deskRef, focusable, placement, first + last);
  useKeptFocus(deskRef, focusable);

  return (
    <>
      <div className="tableDesk" ref={deskRef} {...events}>
        <div className="tableSurface" style={toSurfaceStyle(placement)}>
          {placement.pages.map((place, index) => {
            const model = pages[index];
            const isNear = index >= first && index <= last;
            return (
              model &&
              isNear && (
                <Sheet
                  // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number.
                  key={index}
                  model={model}
                  place={place}
                  number={index + 1}
                  count={pages.length}
                  tabStop={tabStop?.page === index ? tabStop.cell.key : undefined}
                />
              )
            );
          })}
          <LogoPlace pages={pages} placement={placement} />
          <AddStepLine pages={pages} placement={placement} />
          <PeerSelections pages={pages} placement={placement} />
          <PeerMarks pages={pages} placement={placement} />
          <CellEditor pages={pages} placement={placement} />
          <RowMenu pages={pages} placement={placement} />
          <SuggestionPins pages={pages} placement={placement} />
          <ColumnMenu pages={pages} placement={placement} />
          <PanelPlace pages={pages} placement={placement} />
          <HeadDrag deskRef={deskRef} cells={cells} pages={pages} placement={placement} />
        </div>
      </div>
      <TableBar
        scale={placement.scale}
        pageNumber={current + 1}
        pageCount={pages.length}
        warnings={warnings}
        onCopy={page && onCopyPage && (() => onCopyPage(page.scene))}
      />
    </>
  );
}

function toSurfaceStyle({ width, height, scale }: Placement): CSSProperties {
  const variables = { '--scale': scale };
  return { width, height, ...variables };
}

/** The one cell that Tab reaches from outside: the last visited one, else the first. */
function useTabStop(focusable: readonly PlacedCell[]): PlacedCell | undefined {
  const activeKey = useTableUi((ui) => ui.activeKey);
  return useMemo(
    () => focusable.find(({ cell }) => cell.key === activeKey) ?? focusable[0],
    [focusable, activeKey],
  );
}

/** Shows what gets selected here or in another view, then what was looked for. */
function useReveal(
  ref: RefObject<HTMLElement | null>,
  pages: readonly PageModel[],
  { placement, isPlaced }: { readonly placement: Placement; readonly isPlaced: boolean },
): void {
  const session = useSession();
  const { state } = useTable();
  const selection = useSelection();
  const { current } = useFoundTexts();
  const shown = useRef<{ selection?: Selection; match?: TextMatch | undefined }>({});
  const isPointing = useIsPointing(ref);
  useEffect(() => {
    const desk = ref.current;
    if (!desk || !isPlaced) return;
    const { selection: shownSelection, match } = shown.current;
    shown.current = { selection, match };
    // What somebody presses must not move away below the hand.
    const selected =
      selection !== shownSelection &&
      !isPointing() &&
      findOnPages(pages, ({ layout }) => findSelectionBox(layout, selection));
    if (selected) reveal(desk, placement, selected);
    if (current === match) return;
    shown.current = { selection, match: current };
    const found =
      current &&
      findOnPages(pages, (page) => toFoundBoxes(page, [current], session.procedure.get())[0]?.box);
    if (!found) return;
    if (found.box.height * placement.scale < readablePx) {
      // It is shown once the pages are as large as that.
      shown.current = { selection, match };
      state.set({ zoom: 1 });
    } else reveal(desk, placement, found, searchRoom);
  }, [selection, current, pages, placement, isPlaced, session, state, ref, isPointing]);
}

/** Tells whether the last thing that somebody did was to press on an element. */
function useIsPointing(ref: RefObject<HTMLElement | null>): () => boolean {
  const isPointing = useRef(false);
  useEffect(() => {
    const watching = new AbortController();
    const options = { capture: true, signal: watching.signal };
    const press = ({ target }: Event) => {
      isPointing.current = target instanceof Node && (ref.current?.contains(target) ?? false);
    };
    const type = () => {
      isPointing.current = false;
    };
    window.addEventListener('pointerdown', press, options);
    window.addEventListener('keydown', type, options);
    return () => watching.abort();
  }, [ref]);
  return useCallback(() => isPointing.current, []);
}

interface PlaceOnPages {
  readonly page: number;
  readonly box: Box;
}

function findOnPages(
  pages: readonly PageModel[],
  toBox: (page: PageModel) => Box | undefined,
): PlaceOnPages | undefined {
  for (const [page, model] of pages.entries()) {
    const box = toBox(model);
    if (box) return { page, box };
  }
  return undefined;
}

function reveal(
  desk: HTMLElement,
  placement: Placement,
  { page, box }: PlaceOnPages,
  room?: Parameters<typeof toRevealing>[4],
): void {
  scrollTo(desk, toRevealing(placement, page, box, toView(desk), room));
}

/** As much room as the search itself covers, in CSS px. */
const searchRoom = { across: 88, down: 150 };

/** Smaller letters than this are too small to type in, in CSS px. */
const readablePx = 5.5;

/** Shows what is typed, at a size at which one sees it. */
function useRevealEditing(
  ref: RefObject<HTMLElement | null>,
  pages: readonly PageModel[],
  placement: Placement,
): void {
  const { state } = useTable();
  const editing = useTableUi((ui) => ui.editing);
  const place = editing ? findEditPlace(pages, editing) : undefined;
  const { scale } = placement;
  // biome-ignore lint/correctness/useExhaustiveDependencies: not at every letter, only when the field moves.
  useLayoutEffect(() => {
    if (!ref.current || !place) return;
    if (place.style.size * scale < readablePx) state.set({ zoom: 1 });
    else scrollTo(ref.current, toRevealing(placement, place.page, place.box, toView(ref.current)));
  }, [editing?.key, place?.page, place?.box.y, scale]);
}

/** Gives the keyboard to the cell that a command chose, once it is drawn. */
function useFocusRequest(
  ref: RefObject<HTMLElement | null>,
  focusable: readonly PlacedCell[],
  placement: Placement,
  drawn: number,
): void {
  const { state } = useTable();
  const focusKey = useTableUi((ui) => ui.focusKey);
  // biome-ignore lint/correctness/useExhaustiveDependencies: newly drawn pages may have the cell.
  useLayoutEffect(() => {
    const found = focusable.find(({ cell }) => cell.key === focusKey);
    const desk = ref.current;
    if (!desk || !found || focusKey === null) return;
    scrollTo(desk, toRevealing(placement, found.page, found.cell, toView(desk)));
    const element = desk.querySelector<HTMLElement>(`[data-key="${CSS.escape(focusKey)}"]`);
    if (!element) return;
    element.focus({ preventScroll: true });
    state.set({ focusKey: null });
  }, [focusKey, focusable, drawn]);
}

/**
 * The keyboard stays in its cell when somebody's change sends that to another page, where it is another
 * element.
 */
function useKeptFocus(ref: RefObject<HTMLElement | null>, focusable: readonly PlacedCell[]): void {
  const { state } = useTable();
  const held = useRef<{ readonly key: string; readonly element: Element }>(undefined);
  useEffect(() => {
    const desk = ref.current;
    if (!desk) return;
    const take = ({ target }: FocusEvent) => {
      const key = target instanceof Element ? target.getAttribute('data-key') : null;
      held.current =
        target instanceof Element && key !== null ? { key, element: target } : undefined;
    };
    const leave = () => {
      const left = held.current;
      // Once React is done: what it took out of the page has not been left by a person.
      queueMicrotask(() => {
        if (left?.element.isConnected && held.current === left) held.current = undefined;
      });
    };
    desk.addEventListener('focusin', take);
    desk.addEventListener('focusout', leave);
    return () => {
      desk.removeEventListener('focusin', take);
      desk.removeEventListener('focusout', leave);
    };
  }, [ref]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only new cells can have lost it.
  useLayoutEffect(() => {
    const lost = held.current;
    if (!lost || lost.element.isConnected || document.activeElement !== document.body) return;
    held.current = undefined;
    if (focusable.some(({ cell }) => cell.key === lost.key)) state.set({ focusKey: lost.key });
  }, [focusable]);
}

function toView({ scrollLeft, scrollTop, clientWidth, clientHeight }: HTMLElement) {
  return { left: scrollLeft, top: scrollTop, width: clientWidth, height: clientHeight };
}

function scrollTo(
  element: HTMLElement,
  { left, top }: { readonly left: number; readonly top: number },
): void {
  if (left !== element.scrollLeft || top !== element.scrollTop) element.scrollTo({ left, top });
}
