import { usePins } from '#session/react/pinBoard.ts';
import { Flags } from './Flags.tsx';

/** As many as stand in one line of a phone. */
const maxFlags = 5;

/** What is suggested about the title, the number and all else of the identity. */
export function IdentityPins() {
  const { pins } = usePins();
  const suggestions = pins
    .filter(({ target }) => target.of === 'identity')
    .flatMap((pin) => pin.suggestions)
    .toSorted((a, b) => a.number - b.number);
  return <Flags suggestions={suggestions} most={maxFlags} />;
}
