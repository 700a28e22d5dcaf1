import { createContext, useContext } from 'react';
import type { Myself } from '#protocol/api.ts';

export interface MeState {
  readonly me: Myself;
  /** Ends the session on the server and shows the sign-in page; asks first while work is unsent. */
  signOut(): void;
}

export const MeContext = createContext<MeState | null>(null);

/** The person who is signed in. Throws outside `SignedIn`. */
export function useMe(): MeState {
  const state = useContext(MeContext);
  if (!state) throw new RangeError('useMe outside SignedIn');
  return state;
}
