import { createContext } from 'react';

/** Lets a person pick a line of the list, to see its place; without it the list is only read. */
export interface ChangePick {
  /** The key of the line that is picked. */
  readonly picked: string | undefined;
  onPick(entry: string): void;
}

export const ChangePickContext = createContext<ChangePick | undefined>(undefined);
