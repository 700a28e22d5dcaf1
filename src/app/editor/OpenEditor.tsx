import { useEffect, useState } from 'react';
import { useMe } from '#app/me.ts';
import type { Role } from '#protocol/roles.ts';
import { deleteDeviceCopy, toCopyName } from '#session/deviceCopies.ts';
import { openSession } from '#session/openSession.ts';
import { SessionContext } from '#session/react/hooks.ts';
import type { Session } from '#session/session.ts';
import { toPersonColor } from '#ui/personColor.ts';
import { Editor } from './Editor.tsx';
import { EditorSkeleton } from './EditorSkeleton.tsx';
import { FilesProvider } from './export/FilesProvider.tsx';

export interface OpenEditorProps {
  readonly procedureId: string;
  readonly role: Role;
}

/** Holds the session open for as long as the page shows the procedure. */
export function OpenEditor({ procedureId, role }: OpenEditorProps) {
  const { me } = useMe();
  const [session, setSession] = useState<Session>();
  const [start, setStart] = useState({ role });

  useEffect(() => {
    const opened = openSession({
      procedureId,
      baseUrl: location.origin,
      user: { id: me.id, name: me.name, color: toPersonColor(me.id) },
      role: start.role,
    });
    setSession(opened);
    return () => opened.close();
  }, [procedureId, start, me.id, me.name]);

  function discard(opened: Session): void {
    void deleteDeviceCopy(toCopyName(me.id, procedureId));
    setStart({ role: opened.role.get() });
  }

  if (!session) return <EditorSkeleton />;
  return (
    <SessionContext value={session}>
      <FilesProvider>
        <Editor onDiscard={() => discard(session)} />
      </FilesProvider>
    </SessionContext>
  );
}
