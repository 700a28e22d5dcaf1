import { createContext, useContext, useEffect } from 'react';
import type { Command, CommandInfo } from './command.ts';

/** A command of a part that is on the screen. */
export interface OfferedCommand extends CommandInfo {
  /** Whether it makes sense now. */
  isEnabled(): boolean;
  run(): void;
}

/** Where the parts on the screen offer their commands, and where the palette finds them. */
export class CommandBoard {
  readonly #offers = new Set<() => readonly OfferedCommand[]>();

  /** Offers commands until the returned function is called; `list` is asked when somebody looks. */
  offer(list: () => readonly OfferedCommand[]): () => void {
    this.#offers.add(list);
    return () => this.#offers.delete(list);
  }

  /** Everything that can be asked for at this moment. */
  list(): readonly OfferedCommand[] {
    return [...this.#offers].flatMap((list) => list()).filter((command) => command.isEnabled());
  }
}

export const CommandBoardContext = createContext<CommandBoard | null>(null);

/**
 * Offers commands on a board for as long as the component is there. `toContext` gives what they work on
 * when one is looked at or run.
 */
export function useOffer<Context>(
  board: CommandBoard | null,
  commands: readonly Command<Context>[],
  toContext: () => Context,
): void {
  useEffect(
    () => board?.offer(() => commands.map((command) => toOffered(command, toContext))),
    [board, commands, toContext],
  );
}

/** A view's commands on the board of the page that shows it; without a board nobody asks. */
export function useOfferedCommands<Context>(
  commands: readonly Command<Context>[],
  toContext: () => Context,
): void {
  useOffer(useContext(CommandBoardContext), commands, toContext);
}

function toOffered<Context>(command: Command<Context>, toContext: () => Context): OfferedCommand {
  return {
    id: command.id,
    keys: command.keys,
    isDanger: command.isDanger,
    isKeyOnly: command.isKeyOnly,
    isEnabled: () => command.when?.(toContext()) ?? true,
    run: () => command.run(toContext()),
  };
}
