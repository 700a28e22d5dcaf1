import { useCallback } from 'react';
import { api } from '#app/api.ts';
import { useLoad } from '#app/useLoad.ts';
import { AccessProblem } from './AccessProblem.tsx';
import { EditorSkeleton } from './EditorSkeleton.tsx';
import { OpenEditor } from './OpenEditor.tsx';

export interface EditorPageProps {
  readonly procedureId: string;
}

/** One procedure: asks what I may do with it, then opens it. */
export function EditorPage({ procedureId }: EditorPageProps) {
  const [state, reload] = useLoad(useCallback(() => api.access(procedureId), [procedureId]));
  switch (state.status) {
    case 'loading':
      return <EditorSkeleton />;
    case 'failed':
      return <AccessProblem procedureId={procedureId} problem={state.problem} onRetry={reload} />;
    case 'ready':
      return <OpenEditor procedureId={procedureId} role={state.value.role} />;
  }
}
