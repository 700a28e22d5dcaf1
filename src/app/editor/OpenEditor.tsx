import type { ReactNode } from 'react';
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
  /** A variant is shared with its SOP alone. */
  readonly canShare: boolean;
  /** What is to be said about it, below its header. */
  readonly children?: ReactNode;
}

/** The editor over a session of its own. */
export function OpenEditor({ children, canShare, ...props }: OpenEditorProps) {
  const { session, suggestions, discard } = useOpenedSession(props);
  if (!session) return <EditorSkeleton />;
  return (
    <SessionContext value={session}>
      <SuggestionsContext value={suggestions}>
        <FilesProvider>
          <Editor canShare={canShare} onDiscard={discard}>
            {children}
          </Editor>
        </FilesProvider>
      </SuggestionsContext>
    </SessionContext>
  );
}
