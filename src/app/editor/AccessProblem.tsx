import { useState } from 'react';
import { ApiProblem } from '#app/api.ts';
import { LoadProblem } from '#app/LoadProblem.tsx';
import { useMe } from '#app/me.ts';
import { countUnsent, deleteDeviceCopy, toCopyName } from '#session/deviceCopies.ts';
import { readDeviceCopy } from '#session/deviceCopy.ts';
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
  const [isUnsent, setUnsent] = useState(() => countUnsent(name) > 0);
  const reason = problem instanceof ApiProblem ? toReason(problem.status) : undefined;

  function discard(): void {
    setUnsent(false);
    void deleteDeviceCopy(name);
  }

  if (reason) {
    const unsent = isUnsent ? { read: () => readDeviceCopy(name), discard } : undefined;
    return <Refused reason={reason} unsent={unsent} />;
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
