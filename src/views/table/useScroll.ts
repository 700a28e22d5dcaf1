import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { findMainPage, findPagesIn, fromAnchor, type Placement, toAnchor } from './placement.ts';

interface ScrollRange {
  /** Pages in view or near it, as first and last index. */
  readonly first: number;
  readonly last: number;
  /** The page that a person looks at. */
  readonly current: number;
}

/** Which pages are in view, followed while scrolling. What is looked at stays when the zoom changes. */
export function useScroll(
  ref: RefObject<HTMLElement | null>,
  placement: Placement,
  viewport: { readonly width: number; readonly height: number },
): ScrollRange {
  const [range, setRange] = useState<ScrollRange>({ first: 0, last: 1, current: 0 });
  // The last scroll position before a zoom: once the pages are smaller the browser has moved it.
  const position = useRef({ left: 0, top: 0 });
  const placed = useRef(placement);

  const update = useCallback(() => {
    const element = ref.current;
    if (!element) return;
    position.current = { left: element.scrollLeft, top: element.scrollTop };
    const next = toRange(placed.current, element.scrollTop, element.clientHeight);
    setRange((last) => (isSameRange(last, next) ? last : next));
  }, [ref]);

  useEffect(() => {
    const element = ref.current;
    element?.addEventListener('scroll', update, { passive: true });
    return () => element?.removeEventListener('scroll', update);
  }, [ref, update]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another height shows other pages.
  useLayoutEffect(() => {
    const element = ref.current;
    const before = placed.current;
    placed.current = placement;
    if (element && before.scale !== placement.scale && before.pages.length > 0)
      keepMiddle(element, position.current, before, placement);
    update();
  }, [ref, placement, viewport.height, update]);

  return range;
}

function keepMiddle(
  element: HTMLElement,
  { left, top }: { readonly left: number; readonly top: number },
  before: Placement,
  after: Placement,
): void {
  const { clientWidth, clientHeight } = element;
  const anchor = top > 0 ? toAnchor(before, top + clientHeight / 2) : undefined;
  if (anchor) element.scrollTop = fromAnchor(after, anchor) - clientHeight / 2;
  const share = (left + clientWidth / 2) / before.width;
  element.scrollLeft = share * after.width - clientWidth / 2;
}

function toRange(placement: Placement, top: number, height: number): ScrollRange {
  const near = findPagesIn(placement, { top: top - height, bottom: top + 2 * height });
  const current = findMainPage(placement, { top, bottom: top + height });
  return { ...near, current };
}

function isSameRange(a: ScrollRange, b: ScrollRange): boolean {
  return a.first === b.first && a.last === b.last && a.current === b.current;
}
