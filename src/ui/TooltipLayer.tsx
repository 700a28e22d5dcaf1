import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { watchTooltips } from './watchTooltips.ts';
import './Tooltip.css';

/** Draws the tooltips of the whole page, one at a time. The application has one such layer. */
export function TooltipLayer() {
  const [anchor, setAnchor] = useState<HTMLElement>();
  useEffect(() => watchTooltips(document, setAnchor), []);
  return anchor && createPortal(<Bubble anchor={anchor} />, document.body);
}

const id = 'tooltip';

function Bubble({ anchor }: { readonly anchor: HTMLElement }) {
  const ref = useRef<HTMLDivElement>(null);
  const label = anchor.dataset.tooltip ?? '';

  useLayoutEffect(() => {
    if (ref.current) place(ref.current, anchor.getBoundingClientRect());
    // What is the element's name already need not be said twice.
    if (anchor.ariaLabel === label || anchor.hasAttribute('aria-describedby')) return;
    anchor.setAttribute('aria-describedby', id);
    return () => anchor.removeAttribute('aria-describedby');
  }, [anchor, label]);

  return (
    <div ref={ref} id={id} role="tooltip" className="tooltip">
      {label}
    </div>
  );
}

const gap = 8;
const edge = 6;

/** Above the anchor, below where there is no room, and never beyond the sides of the window. */
function place(bubble: HTMLElement, anchor: DOMRect): void {
  const { offsetWidth: width, offsetHeight: height } = bubble;
  const isAbove = anchor.top - height - gap >= edge;
  const middle = anchor.left + anchor.width / 2;
  const limit = document.documentElement.clientWidth - width - edge;
  const left = Math.max(edge, Math.min(middle - width / 2, limit));
  bubble.style.left = `${left}px`;
  bubble.style.top = `${isAbove ? anchor.top - height - gap : anchor.bottom + gap}px`;
  bubble.style.setProperty('--tooltip-middle', `${middle - left}px`);
  bubble.dataset.side = isAbove ? 'above' : 'below';
}
