import type { KeyChord } from './chord.ts';

/**
 * Something that a person can ask for by a key, in a menu or in the command palette. Its name in the
 * interface is the text `commands:<id>`, its group's `commands:group.<area>`, where the area is the
 * part of the id before the dot.
 */
export interface Command<Context> {
  /** `area.action`, unique in the application: "canvas.addNext". */
  readonly id: string;
  /** Chords as `parseChord` reads them, the one to show first; absent: no key. */
  readonly keys?: readonly string[];
  /** Something else listens to the key, as the browser does for copy and paste: the keymap does not. */
  readonly isKeyNative?: boolean;
  /** Only a key asks for it, such as moving on: menus and palette leave it out, help explains it. */
  readonly isKeyOnly?: boolean;
  /** It takes something away: menus set it apart. */
  readonly isDanger?: boolean;
  /** Whether it makes sense now; absent: always. */
  readonly when?: (context: Context) => boolean;
  /** `chord` is the key that asked for it, if one did. */
  readonly run: (context: Context, chord?: KeyChord) => void;
}

/** What menus and help show of a command. */
export type CommandInfo = Pick<Command<never>, 'id' | 'keys' | 'isDanger' | 'isKeyOnly'>;

/** The part of the application that a command belongs to: "canvas". */
export function toArea(id: string): string {
  return id.slice(0, id.indexOf('.'));
}

/** The command with this id. Throws `RangeError` when there is none. */
export function getCommand<Context>(
  commands: readonly Command<Context>[],
  id: string,
): Command<Context> {
  const command = commands.find((each) => each.id === id);
  if (!command) throw new RangeError(`No command "${id}"`);
  return command;
}
