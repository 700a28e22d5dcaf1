import { type CSSProperties, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { type BubblePlace, type BubbleTarget, placeBubble } from './placeBubble.ts';

interface TourBubbleProps {
  readonly label: string;
  /** What it speaks of; without it the bubble stands in a corner. */
  readonly target: BubbleTarget | undefined;
  readonly children: ReactNode;
}

/** A card beside what it speaks of, with an arrow to it and a ring around it that lets every press through. */
export function TourBubble({ label, target, children }: TourBubbleProps) {
  const ref = useRef<HTMLElement>(null);
  const size = useSize(ref);
  const frame = { width: window.innerWidth, height: window.innerHeight };
  const place = target && size && placeBubble(target, size, frame);
  return (
    <>
      {target && <div className="tourRing" aria-hidden="true" style={{ ...target.control }} />}
      <section
        ref={ref}
        className="tourCard"
        aria-label={label}
        data-side={place?.side}
        style={place && toStyle(place)}
      >
        {children}
      </section>
    </>
  );
}

function toStyle({ left, top, arrow }: BubblePlace): CSSProperties {
  const variables = { '--arrow': `${arrow}px` };
  return { left, top, bottom: 'auto', ...variables };
}

/** Its outer size, in CSS px, as the words in it change. */
function useSize(ref: React.RefObject<HTMLElement | null>) {
  const [size, setSize] = useState<{ readonly width: number; readonly height: number }>();
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      const { offsetWidth: width, offsetHeight: height } = element;
      setSize({ width, height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
}
