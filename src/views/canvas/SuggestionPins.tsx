import { useStore } from '@xyflow/react';
import type { Point } from '#core/layout/geometry.ts';
import { findLongestMiddle } from '#core/layout/longestPart.ts';
import { placePins } from '#core/suggestions/pinPlaces.ts';
import { findNext, type Pin, toPinText } from '#core/suggestions/pins.ts';
import { usePins } from '#session/react/pinBoard.ts';
import { PinMark } from '#ui/PinMark.tsx';
import { useSheet } from './canvasContext.ts';
import type { SheetContent } from './sheetStore.ts';

/** Numbered flags where something is suggested; they keep their size at every zoom. */
export function SuggestionPins() {
  const { pins } = usePins();
  // Most sheets have none: then nothing here follows the drawing.
  return pins.length > 0 ? <Pins /> : null;
}

function Pins() {
  const zoom = useStore(({ transform }) => transform[2]);
  const content = useSheet(toItself);
  const { pins, picked, nameNumbers, onPick } = usePins();
  const toPlace = (target: Pin['target']) => toPoint(content, target);
  return placePins(pins, toPlace).map(({ point: [x, y], key, suggestions }) => (
    <PinMark
      key={key}
      text={toPinText(suggestions)}
      label={nameNumbers(suggestions.map(({ number }) => number))}
      isPicked={suggestions.some(({ id }) => id === picked)}
      style={{
        left: 0,
        top: 0,
        transformOrigin: '0 0',
        transform: `translate(${x}px, ${y}px) scale(${1 / zoom}) translate(-12px, -10px)`,
      }}
      onPress={() => onPick(findNext(suggestions, picked))}
    />
  ));
}

function toPoint(
  { layout, symbols, connectors }: SheetContent,
  target: Pin['target'],
): Point | undefined {
  switch (target.of) {
    case 'symbol': {
      const box = symbols.get(target.symbol);
      return box && [box.x + box.width, box.y + box.height];
    }
    case 'flow':
      return findLongestMiddle(connectors.get(target.flow)?.points ?? []);
    // A step and its cells, which the canvas does not draw, share one flag.
    case 'step':
    case 'cell': {
      const row = layout.rows.find(({ step }) => step === target.step);
      return row && [layout.numberWidth, row.y + 34];
    }
    case 'identity':
      return undefined;
  }
}

function toItself(content: SheetContent): SheetContent {
  return content;
}
