import { useDeferredValue, useRef } from 'react';
import type { Procedure } from '#core/model/procedure.ts';
import { useProcedure } from '#session/react/hooks.ts';
import { type PageModel, toPageModels } from './pageModel.ts';

/** A layout that took longer than this waits until the person pauses, so that typing stays smooth. */
const slowLayoutMs = 40;

interface Pages {
  readonly procedure: Procedure;
  readonly models: readonly PageModel[];
  readonly isSlow: boolean;
}

/** The printed pages, laid out once a procedure; unchanged pages stay the same objects. */
export function usePages(): readonly PageModel[] {
  const now = useProcedure(toItself);
  const later = useDeferredValue(now);
  const last = useRef<Pages>(undefined);
  const procedure = last.current?.isSlow ? later : now;
  if (last.current?.procedure !== procedure) last.current = toPages(procedure, last.current);
  return last.current.models;
}

function toPages(procedure: Procedure, last: Pages | undefined): Pages {
  const startMs = performance.now();
  const models = toPageModels(procedure, last?.models);
  return { procedure, models, isSlow: performance.now() - startMs > slowLayoutMs };
}

function toItself(procedure: Procedure): Procedure {
  return procedure;
}
