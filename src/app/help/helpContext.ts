import { createContext, useContext } from 'react';

export interface Help {
  /** Shows every key. */
  openHelp(): void;
  /** Whether the tour of the editor is going on. */
  readonly isTouring: boolean;
  setTouring(isTouring: boolean): void;
}

export const HelpContext = createContext<Help | null>(null);

/** The help of the page. Throws outside a `HelpHost`. */
export function useHelp(): Help {
  const help = useContext(HelpContext);
  if (!help) throw new RangeError('useHelp outside a HelpHost');
  return help;
}
