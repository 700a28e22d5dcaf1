import type { CSSProperties } from 'react';
import type { Point } from '#core/layout/geometry.ts';
import { placePins } from '#core/suggestions/pinPlaces.ts';
import { findNext, type Pin, toPinText } from '#core/suggestions/pins.ts';
import { usePins } from '#session/react/pinBoard.ts';
import { PinMark } from '#ui/PinMark.tsx';
import './Pins.css';

export interface SheetPinsProps {
  /** Where something is on the sheet, in pt; undefined for what is not drawn. */
  readonly toPoint: (target: Pin['target']) => Point | undefined;
  /** Whether a place of the sheet can be seen: nobody comes by keyboard to a flag that cannot. */
  readonly isInView: (point: Point) => boolean;
}

/** Numbered flags over the sheet where something is suggested: they move with it and keep their size. */
export function SheetPins({ toPoint, isInView }: SheetPinsProps) {
  const { pins, picked, nameNumbers, onPick } = usePins();
  if (pins.length === 0) return null;
  const flags = placePins(pins, toPoint).filter(({ point }) => isInView(point));
  return (
    <div className="presentSheetPins">
      {flags.map(({ key, point, suggestions }) => (
        <PinMark
          key={key}
          text={toPinText(suggestions)}
          label={nameNumbers(suggestions.map(({ number }) => number))}
          isPicked={suggestions.some(({ id }) => id === picked)}
          style={toPlace(point)}
          onPress={() => onPick(findNext(suggestions, picked))}
        />
      ))}
    </div>
  );
}

/** In pt of the sheet; the style sheet knows the camera. */
function toPlace([x, y]: Point): CSSProperties {
  return Object.assign<CSSProperties, object>({}, { '--x': x, '--y': y });
}
