import { useCallback, useEffect, useMemo } from 'react';
import { ApiProblem, api } from '#app/api.ts';
import { type Load, useLoad } from '#app/useLoad.ts';
import { parseProcedureFile } from '#core/model/parse.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { type LocalSession, openLocalSession } from '#session/openLocalSession.ts';

/** What a version holds, and a session over it in which nothing can be changed. */
export interface OpenVersion {
  readonly procedure: Procedure;
  readonly session: LocalSession;
}

/** Fetches a version and opens it to be looked at, for as long as the component is there. */
export function useVersion(
  procedureId: string,
  versionId: string,
): readonly [Load<OpenVersion>, () => void] {
  const [state, reload] = useLoad(
    useCallback(() => loadVersion(procedureId, versionId), [procedureId, versionId]),
  );
  const procedure = state.status === 'ready' ? state.value : undefined;
  const session = useMemo(
    () => procedure && openLocalSession(procedure, { procedureId, role: 'viewer' }),
    [procedure, procedureId],
  );
  useEffect(() => () => session?.close(), [session]);
  const opened = useMemo(
    (): Load<OpenVersion> =>
      procedure && session
        ? { status: 'ready', value: { procedure, session } }
        : { status: 'loading' },
    [procedure, session],
  );
  return [state.status === 'failed' ? state : opened, reload];
}

/** What a version holds. Rejects with an `ApiProblem`. */
export async function loadVersion(procedureId: string, versionId: string): Promise<Procedure> {
  return parse(await api.versionFile(procedureId, versionId));
}

/** What the server has now. Rejects with an `ApiProblem`. */
export async function loadPresent(procedureId: string): Promise<Procedure> {
  return parse(await api.procedureFile(procedureId));
}

function parse(file: unknown): Procedure {
  const parsed = parseProcedureFile(file);
  if (parsed.ok) return parsed.procedure;
  const { message, place } = parsed.problem;
  throw new ApiProblem({ code: 'bad-file', message, place, status: 200 });
}
