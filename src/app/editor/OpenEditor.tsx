import type { Role } from '#protocol/roles.ts';
import { SessionContext } from '#session/react/hooks.ts';
import { SuggestionsContext } from '#session/react/useSuggestions.ts';
import { Editor } from './Editor.tsx';
import { EditorSkeleton } from './EditorSkeleton.tsx';
import { FilesProvider } from './export/FilesProvider.tsx';
import { useOpenedSession } from './useOpenedSession.ts';

export interface OpenEditorProps {
  readonly procedureId: string;
  readonly role: Role;
}

/** The editor over a session of its own. */
export function OpenEditor(props: OpenEditorProps) {
  const { session, suggestions, discard } = useOpenedSession(props);
  if (!session) return <EditorSkeleton />;
  return (
    <SessionContext value={session}>
      <SuggestionsContext value={suggestions}>
        <FilesProvider>
          <Editor onDiscard={discard} />
        </FilesProvider>
      </SuggestionsContext>
    </SessionContext>
  );
}
