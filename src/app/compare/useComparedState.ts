import { useCallback } from 'react';
import { type Load, useLoad } from '#app/useLoad.ts';
import { loadPresent, loadVersion } from '#app/versions/useVersion.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { PRESENT } from './comparePath.ts';

/** One of the two states: a version by its id, or what the server has when asked. */
export function useComparedState(
  procedureId: string,
  state: string,
): readonly [Load<Procedure>, () => void] {
  return useLoad(
    useCallback(
      () => (state === PRESENT ? loadPresent(procedureId) : loadVersion(procedureId, state)),
      [procedureId, state],
    ),
  );
}
