import { type RefObject, useEffect, useState } from 'react';

/** How long the mouse rests before its tools go, in ms. */
const restMs = 3000;

/** True while nobody moves the mouse or touches the element: tools and pointer then hide. */
export function useIdle(ref: RefObject<HTMLElement | null>): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    const element = ref.current;
    let timer = 0;
    function stir(): void {
      setIdle(false);
      window.clearTimeout(timer);
      timer = window.setTimeout(() => setIdle(true), restMs);
    }
    const events = ['pointermove', 'pointerdown', 'focusin'] as const;
    for (const event of events) element?.addEventListener(event, stir);
    stir();
    return () => {
      window.clearTimeout(timer);
      for (const event of events) element?.removeEventListener(event, stir);
    };
  }, [ref]);
  return isIdle;
}
