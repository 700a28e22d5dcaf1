import { useDeferredValue, useRef } from 'react';
import type { Procedure } from '#core/model/procedure.ts';
import { useProcedure } from '#session/react/hooks.ts';
import { type PrintedPages, toPrintedPages } from './pageModel.ts';

/** A layout that took longer than this waits until the person pauses, so that typing stays smooth. */
const slowLayoutMs = 40;

interface Printing {
  readonly procedure: Procedure;
  readonly pages: PrintedPages;
  readonly isSlow: boolean;
}

/** The printed pages, laid out once a procedure; unchanged pages stay the same objects. */
export function usePages(): PrintedPages {
  const now = useProcedure(toItself);
  const later = useDeferredValue(now);
  const last = useRef<Printing>(undefined);
  const procedure = last.current?.isSlow ? later : now;
  if (last.current?.procedure !== procedure) last.current = print(procedure, last.current);
  return last.current.pages;
}

function print(procedure: Procedure, last: Printing | undefined): Printing {
  const startMs = performance.now();
  const pages = toPrintedPages(procedure, last?.pages.models);
  return { procedure, pages, isSlow: performance.now() - startMs > slowLayoutMs };
}

function toItself(procedure: Procedure): Procedure {
  return procedure;
}
