import { findNext, toPinText } from '#core/suggestions/pins.ts';
import type { Suggestion } from '#core/suggestions/suggestion.ts';
import { usePins } from '#session/react/pinBoard.ts';
import { PinMark } from '#ui/PinMark.tsx';
import './Pins.css';

export interface FlagsProps {
  /** By number. */
  readonly suggestions: readonly Suggestion[];
  /** As many flags as have room; the last of them may stand for all others. */
  readonly most: number;
}

/** Flags of suggestions in a row beside what they are about, each to be read with one press. */
export function Flags({ suggestions: all, most }: FlagsProps) {
  const { picked, nameNumbers, onPick } = usePins();
  const flags = toFlags(all, most);
  if (flags.length === 0) return null;
  return (
    <div className="presentPins">
      {flags.map(({ text, suggestions }) => (
        <PinMark
          key={text}
          text={text}
          label={nameNumbers(suggestions.map(({ number }) => number))}
          isPicked={suggestions.some(({ id }) => id === picked)}
          style={{}}
          onPress={() => onPick(findNext(suggestions, picked))}
        />
      ))}
    </div>
  );
}

interface Flag {
  readonly text: string;
  readonly suggestions: readonly Suggestion[];
}

function toFlags(all: readonly Suggestion[], most: number): readonly Flag[] {
  const single = all.length > most ? all.slice(0, most - 1) : all;
  const rest = all.slice(single.length);
  return [
    ...single.map((each) => ({ text: String(each.number), suggestions: [each] })),
    ...(rest.length > 0
      ? [{ text: single.length > 0 ? `+${rest.length}` : toPinText(rest), suggestions: rest }]
      : []),
  ];
}
