import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { SuggestProps } from './useSuggest.ts';
import './SuggestList.css';

interface SuggestListProps {
  readonly suggest: Pick<SuggestProps, 'open' | 'take' | 'close'>;
  readonly label: string;
}

/** The texts that are offered, right below the field, above everything else. */
export function SuggestList({ suggest: { open, take, close }, label }: SuggestListProps) {
  const ref = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ left: 0, top: 0, width: 0 });
  useLayoutEffect(() => {
    if (open && ref.current) setPlace(toPlace(open.field, ref.current));
  }, [open]);
  const isOpen = open !== undefined;
  useEffect(() => {
    if (!isOpen) return;
    // The field moves under it.
    const hide = () => close();
    window.addEventListener('scroll', hide, { capture: true, passive: true });
    return () => window.removeEventListener('scroll', hide, { capture: true });
  });
  if (!open) return null;
  return createPortal(
    <div
      ref={ref}
      id={open.listId}
      className="suggestList"
      role="listbox"
      aria-label={label}
      style={{ left: place.left, top: place.top, minWidth: Math.min(place.width, 320) }}
    >
      {open.options.map((option, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the field.
        // biome-ignore lint/a11y/useFocusableInteractive: the keyboard stays in the field.
        <div
          key={option}
          id={`${open.listId}-${index}`}
          className="suggestOption"
          role="option"
          aria-selected={index === open.chosen}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => take(option)}
        >
          {option}
        </div>
      ))}
    </div>,
    document.body,
  );
}

/** Below the field, above it where there is no room below; in CSS px of the window. */
function toPlace(field: HTMLElement, list: HTMLElement) {
  const { left, top, bottom, width } = field.getBoundingClientRect();
  const { offsetHeight, offsetWidth } = list;
  const isRoomBelow = bottom + 4 + offsetHeight <= window.innerHeight - 8;
  return {
    left: Math.max(8, Math.min(left, window.innerWidth - offsetWidth - 8)),
    top: isRoomBelow ? bottom + 4 : Math.max(8, top - 4 - offsetHeight),
    width,
  };
}
