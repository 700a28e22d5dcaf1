import { isChord, type KeyChord, parseChord } from './chord.ts';
import type { Command } from './command.ts';

/** What a key does, by the commands: the first one with that chord which makes sense now. */
export type Keymap<Context> = (chord: KeyChord, context: Context) => Command<Context> | undefined;

/** Reads the chords of all commands once. */
export function toKeymap<Context>(commands: readonly Command<Context>[]): Keymap<Context> {
  const bound = commands
    .filter(({ isKeyNative }) => !isKeyNative)
    .flatMap((command) => (command.keys ?? []).map((key) => ({ chord: parseChord(key), command })));
  return (pressed, context) =>
    bound.find(({ chord, command }) => isChord(pressed, chord) && (command.when?.(context) ?? true))
      ?.command;
}
