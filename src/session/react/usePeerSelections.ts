import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { Peer } from '#session/session.ts';
import { useSession } from './hooks.ts';

/** What somebody else has selected. */
export type PeerSelection = Pick<Peer, 'clientId' | 'name' | 'color' | 'selection'>;

/**
 * What the others have selected. Stays the same list while only their cursors move, so that views redraw
 * only when somebody selects something else.
 */
export function usePeerSelections(): readonly PeerSelection[] {
  const { peers } = useSession();
  const last = useRef<{ signature: string; selections: readonly PeerSelection[] }>(undefined);
  const read = useCallback(() => {
    const selections = peers
      .get()
      .filter(({ selection }) => selection.length > 0)
      .map(({ clientId, name, color, selection }) => ({ clientId, name, color, selection }));
    const signature = JSON.stringify(selections);
    if (last.current?.signature !== signature) last.current = { signature, selections };
    return last.current.selections;
  }, [peers]);
  return useSyncExternalStore(peers.subscribe, read);
}
