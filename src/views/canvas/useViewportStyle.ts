import { useStoreApi, type Viewport } from '@xyflow/react';
import { type RefObject, useLayoutEffect } from 'react';

/**
 * Restyles an element as the view moves, without redrawing its component. `place` must be a module
 * constant or memoised.
 */
export function useViewportStyle(
  ref: RefObject<HTMLElement | SVGElement | null>,
  place: (style: CSSStyleDeclaration, viewport: Viewport) => void,
): void {
  const store = useStoreApi();
  useLayoutEffect(() => {
    let last: readonly number[] | undefined;
    const follow = () => {
      const { transform } = store.getState();
      if (transform === last || !ref.current) return;
      last = transform;
      const [x, y, zoom] = transform;
      place(ref.current.style, { x, y, zoom });
    };
    follow();
    return store.subscribe(follow);
  }, [store, ref, place]);
}
