import { Suspense, useCallback } from 'react';
import { api } from '#app/api.ts';
import { useLoad } from '#app/useLoad.ts';
import { later, onDemand } from '#ui/later.ts';
import { EditorSkeleton } from './EditorSkeleton.tsx';
import { OpenEditor } from './OpenEditor.tsx';

const AccessProblem = later(() => import('./AccessProblem.tsx').then((file) => file.AccessProblem));
const VariantNote = onDemand(() => import('./VariantNote.tsx').then((file) => file.VariantNote));

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
      return (
        <Suspense fallback={<EditorSkeleton />}>
          <AccessProblem procedureId={procedureId} problem={state.problem} onRetry={reload} />
        </Suspense>
      );
    case 'ready':
      return (
        <OpenEditor
          procedureId={procedureId}
          role={state.value.role}
          canShare={!state.value.variant}
        >
          {state.value.variant && <VariantNote {...state.value.variant} />}
        </OpenEditor>
      );
  }
}
