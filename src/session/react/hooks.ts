import { createContext, useContext, useRef, useSyncExternalStore } from 'react';
import type { Procedure } from '#core/model/procedure.ts';
import { canEdit, type Role } from '#protocol/roles.ts';
import type {
  ConnectionState,
  Peer,
  Selection,
  Session,
  Store,
  UndoState,
} from '#session/session.ts';

export const SessionContext = createContext<Session | null>(null);

/** The open session. Throws outside a `SessionContext`. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new RangeError('useSession outside a SessionContext');
  return session;
}

/**
 * A part of the procedure; the component redraws only when the selected value changes by identity,
 * so a selector returns parts of the procedure or primitives, or a value cached by the procedure.
 */
export function useProcedure<T>(selector: (procedure: Procedure) => T): T {
  const { procedure } = useSession();
  return useSyncExternalStore(procedure.subscribe, () => selector(procedure.get()));
}

/** A value computed from the procedure, computed once a procedure and selector. */
export function useDerived<T>(compute: (procedure: Procedure) => T): T {
  const procedure = useProcedure(identity);
  const last = useRef<{ procedure: Procedure; compute: (p: Procedure) => T; value: T }>(undefined);
  if (last.current?.procedure !== procedure || last.current.compute !== compute)
    last.current = { procedure, compute, value: compute(procedure) };
  return last.current.value;
}

export function useSelection(): Selection {
  return useStore(useSession().selection);
}

export function usePeers(): readonly Peer[] {
  return useStore(useSession().peers);
}

export function useConnection(): ConnectionState {
  return useStore(useSession().connection);
}

export function useUndoState(): UndoState {
  return useStore(useSession().undoState);
}

/** What I may do; it may change at any time. */
export function useRole(): Role {
  return useStore(useSession().role);
}

/** False for viewers: the views then offer no edits. It may change at any time. */
export function useCanEdit(): boolean {
  return canEdit(useRole());
}

/** True while edits of mine are on this device only. */
export function useHasUnsentEdits(): boolean {
  return useStore(useSession().hasUnsentEdits);
}

function useStore<T>(store: Store<T>): T {
  return useSyncExternalStore(store.subscribe, store.get);
}

function identity(procedure: Procedure): Procedure {
  return procedure;
}
