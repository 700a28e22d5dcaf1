import type { CSSProperties } from 'react';
import './PinMark.css';

export interface PinMarkProps {
  /** "3", or "3+" where several stand at one place. */
  readonly text: string;
  /** What it is, for whoever hears it. */
  readonly label: string;
  readonly isPicked: boolean;
  /** Where its tip is, in the element that it stands in. */
  readonly style: CSSProperties;
  onPress(): void;
}

/** A small numbered flag over something drawn, which can be pressed. */
export function PinMark({ text, label, isPicked, style, onPress }: PinMarkProps) {
  return (
    <button
      type="button"
      className="pinMark nopan"
      data-picked={isPicked || undefined}
      style={style}
      title={label}
      aria-label={label}
      // What lies below is not to start a drag or a selection.
      onPointerDown={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onClick={(event) => {
        event.stopPropagation();
        onPress();
      }}
    >
      {text}
    </button>
  );
}
