import { useCallback, useState } from 'react';
import { ApiProblem } from '#app/api.ts';
import { LoadProblem } from '#app/LoadProblem.tsx';
import { useMe } from '#app/me.ts';
import { useLoad } from '#app/useLoad.ts';
import { deleteDeviceCopy, toCopyName } from '#session/deviceCopies.ts';
import { readUnsentCopy } from '#session/deviceCopy.ts';
import type { RefusalReason } from '#session/session.ts';
import { Refused } from './Refused.tsx';

export interface AccessProblemProps {
  readonly procedureId: string;
  readonly problem: unknown;
  onRetry(): void;
}

/** The server would not say what I may do with the procedure. */
export function AccessProblem({ procedureId, problem, onRetry }: AccessProblemProps) {
  const { me } = useMe();
  const name = toCopyName(me.id, procedureId);
  const [copy] = useLoad(useCallback(() => readUnsentCopy(name), [name]));
  const [isDiscarded, setDiscarded] = useState(false);
  const reason = problem instanceof ApiProblem ? toReason(problem.status) : undefined;

  function discard(): void {
    setDiscarded(true);
    void deleteDeviceCopy(name);
  }

  if (reason) {
    const procedure = copy.status === 'ready' && !isDiscarded ? copy.value : undefined;
    const unsent = procedure && { procedure, discard };
    return (
      <Refused procedureId={procedureId} reason={reason} procedure={procedure} unsent={unsent} />
    );
  }
  return (
    <main>
      <LoadProblem problem={problem} onRetry={onRetry} />
    </main>
  );
}

function toReason(status: number): RefusalReason | undefined {
  switch (status) {
    case 401:
      return 'sign-in';
    case 403:
      return 'forbidden';
    case 404:
      return 'unknown';
  }
  return undefined;
}
