import { useSyncExternalStore } from 'react';
import { useSession } from '#session/react/hooks.ts';
import type { Selected } from '#session/session.ts';

/** Redraws its component only when this very thing becomes selected or stops being it. */
export function useIsSelected(kind: Selected['kind'], id: string): boolean {
  const { selection } = useSession();
  return useSyncExternalStore(selection.subscribe, () =>
    selection.get().some((selected) => selected.kind === kind && selected.id === id),
  );
}
