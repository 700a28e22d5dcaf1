import { type RefObject, useLayoutEffect } from 'react';
import type { Frame } from '#core/presentation/camera.ts';

/** Shares of the largest letters, tried one after the other. */
const shares = [1, 0.88, 0.77, 0.67, 0.58, 0.5] as const;

/**
 * Makes the letters of an element smaller until all of it has room; the style sheet multiplies its sizes by
 * `--fit` and keeps a smallest one. Looks again when the size or what is written changes.
 */
export function useFit(ref: RefObject<HTMLElement | null>, size: Frame, content: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the content and the size decide what fits.
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    for (const share of shares) {
      element.style.setProperty('--fit', String(share));
      if (element.scrollHeight <= element.clientHeight) return;
    }
  }, [ref, size, content]);
}
