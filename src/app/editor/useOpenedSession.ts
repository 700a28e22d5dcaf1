import { useCallback, useEffect, useState } from 'react';
import { useMe } from '#app/me.ts';
import type { Role } from '#protocol/roles.ts';
import { deleteDeviceCopy, toCopyName } from '#session/deviceCopies.ts';
import { LazySuggestions } from '#session/lazySuggestions.ts';
import { openSession } from '#session/openSession.ts';
import type { Session } from '#session/session.ts';
import { toPersonColor } from '#ui/personColor.ts';

export interface OpenedSession {
  /** Undefined for the first moment. */
  readonly session: Session | undefined;
  /** What people suggest about it, for `SuggestionsContext`. */
  readonly suggestions: LazySuggestions | null;
  /** Opens the procedure again without what only this device has. */
  discard(): void;
}

/** Holds a session open for as long as the page shows the procedure. */
export function useOpenedSession({
  procedureId,
  role,
}: {
  readonly procedureId: string;
  readonly role: Role;
}): OpenedSession {
  const { me } = useMe();
  const [session, setSession] = useState<Session>();
  const [suggestions, setSuggestions] = useState<LazySuggestions | null>(null);
  const [start, setStart] = useState({ role });

  useEffect(() => {
    const opened = openSession({
      procedureId,
      baseUrl: location.origin,
      user: { id: me.id, name: me.name, color: toPersonColor(me.id) },
      role: start.role,
    });
    const beside = new LazySuggestions(async () => {
      const { openSuggestions } = await import('#session/openSuggestions.ts');
      return openSuggestions({
        procedureId,
        baseUrl: location.origin,
        user: { id: me.id, name: me.name },
        role: opened.role.get(),
      });
    });
    setSession(opened);
    setSuggestions(beside);
    return () => {
      beside.close();
      opened.close();
    };
  }, [procedureId, start, me.id, me.name]);

  const discard = useCallback(() => {
    void deleteDeviceCopy(toCopyName(me.id, procedureId));
    if (session) setStart({ role: session.role.get() });
  }, [session, procedureId, me.id]);

  return { session, suggestions, discard };
}
