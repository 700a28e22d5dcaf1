import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { TextTarget } from '#core/edit/edit.ts';
import type { Peer } from '#session/session.ts';
import { toTargetKey } from '#session/targetKey.ts';
import { useSession } from './hooks.ts';

/** Somebody who is typing in a text. */
export interface Editor extends Pick<Peer, 'clientId' | 'name' | 'color'> {
  readonly target: TextTarget;
}

/**
 * Who types where, by target key. Stays the same map while only cursors and selections move, so
 * that views redraw only when somebody enters or leaves a text.
 */
export function useEditors(): ReadonlyMap<string, Editor> {
  const { peers } = useSession();
  const last = useRef<{ signature: string; editors: ReadonlyMap<string, Editor> }>(undefined);
  const read = useCallback(() => {
    const busy = peers.get().filter((peer) => peer.editing !== null);
    const signature = JSON.stringify(
      busy.map(({ clientId, name, color, editing }) => [clientId, name, color, editing]),
    );
    if (last.current?.signature !== signature)
      last.current = { signature, editors: toEditors(busy) };
    return last.current.editors;
  }, [peers]);
  return useSyncExternalStore(peers.subscribe, read);
}

function toEditors(peers: readonly Peer[]): ReadonlyMap<string, Editor> {
  return new Map(
    peers.flatMap(({ clientId, name, color, editing }) =>
      editing ? [[toTargetKey(editing), { clientId, name, color, target: editing }] as const] : [],
    ),
  );
}
