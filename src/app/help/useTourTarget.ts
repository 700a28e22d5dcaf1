import { useEffect, useRef, useState } from 'react';
import type { BubbleTarget } from './placeBubble.ts';
import type { TourStep } from './tourSteps.ts';
import { findTourTarget } from './tourTargets.ts';

/** What a step speaks of in the window, followed while it moves; undefined while it is not seen. */
export function useTourTarget(step: TourStep): BubbleTarget | undefined {
  const [target, setTarget] = useState<BubbleTarget>();
  const last = useRef('');
  useEffect(() => {
    let frame = 0;
    const follow = () => {
      frame = requestAnimationFrame(follow);
      const found = findTourTarget(step);
      const now = JSON.stringify(found) ?? '';
      if (now === last.current) return;
      last.current = now;
      setTarget(found);
    };
    follow();
    return () => cancelAnimationFrame(frame);
  }, [step]);
  return target;
}
