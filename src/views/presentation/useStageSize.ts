import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Frame } from '#core/presentation/camera.ts';

/** The size of an element in px, as it is now; 0 × 0 before it is drawn. */
export function useElementSize(ref: RefObject<HTMLElement | null>): Frame {
  const [size, setSize] = useState<Frame>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      setSize((last) =>
        last.width === width && last.height === height ? last : { width, height },
      );
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [ref]);
  return size;
}

/** The screen for which the sizes are given: on it a unit is one px. */
const design = { width: 1920, height: 1080 } as const;
/** On the smallest screens letters keep 16 px. */
const leastUnit = 16 / 28;

/** What a length of one px on a 1080p screen is on this one, in px. */
export function toUnit({ width, height }: Frame): number {
  return Math.max(leastUnit, Math.min(width / design.width, height / design.height));
}
