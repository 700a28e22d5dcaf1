import { useEffect, useState } from 'react';
import { LazySuggestions } from '#session/lazySuggestions.ts';
import { openSession } from '#session/openSession.ts';
import type { Session } from '#session/session.ts';
import { toPersonColor } from '#ui/personColor.ts';
import { useMeeting } from './meetingContext.ts';

export interface MeetingDocument {
  readonly session: Session;
  readonly suggestions: LazySuggestions;
}

/**
 * Holds the SOP of an item and the suggestions about it open. The device of a guest keeps nothing of what
 * it was shown.
 */
export function useMeetingDocument(procedureId: string): MeetingDocument | undefined {
  const { me } = useMeeting();
  const { id, name, isGuest } = me;
  const [opened, setOpened] = useState<MeetingDocument>();
  useEffect(() => {
    const shared = { procedureId, baseUrl: location.origin };
    const session = openSession({
      ...shared,
      user: { id, name, color: toPersonColor(id) },
      role: 'viewer',
      ...(isGuest && { openCopy: keepNothing, openChannel: keepNothing }),
    });
    const suggestions = new LazySuggestions(async () => {
      const { openSuggestions } = await import('#session/openSuggestions.ts');
      return openSuggestions({
        ...shared,
        user: { id, name },
        role: session.role.get(),
        ...(isGuest && {
          openCopy: keepNothing,
          clearCopy: async () => undefined,
          storage: sessionStorage,
        }),
      });
    });
    setOpened({ session, suggestions });
    return () => {
      suggestions.close();
      session.close();
    };
  }, [procedureId, id, name, isGuest]);
  return opened;
}

function keepNothing(): undefined {
  return undefined;
}
