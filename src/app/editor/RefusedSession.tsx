import { useState } from 'react';
import { useMe } from '#app/me.ts';
import { countUnsent, toCopyName } from '#session/deviceCopies.ts';
import { useSession } from '#session/react/hooks.ts';
import type { RefusalReason } from '#session/session.ts';
import { Refused } from './Refused.tsx';

export interface RefusedSessionProps {
  readonly reason: RefusalReason;
  /** Opens the procedure again without what only this device has. */
  onDiscard(): void;
}

/** The server ended an open procedure for good; what I last wrote in it is still here. */
export function RefusedSession({ reason, onDiscard }: RefusedSessionProps) {
  const { me } = useMe();
  const { procedureId, procedure, hasUnsentEdits } = useSession();
  // What an earlier session left counts too; what is asked for once does not go away by itself.
  const [isUnsent] = useState(
    () => hasUnsentEdits.get() || countUnsent(toCopyName(me.id, procedureId)) > 0,
  );
  const last = procedure.get();
  const unsent = isUnsent ? { procedure: last, discard: onDiscard } : undefined;
  return <Refused procedureId={procedureId} reason={reason} procedure={last} unsent={unsent} />;
}
