import { useCallback, useEffect, useState } from 'react';
import type { Procedure, Step } from '#core/model/procedure.ts';
import { applyCommand, type PresentationCommand } from '#core/presentation/presentationCommand.ts';
import {
  newPresentation,
  type PresentationState,
  presentationStateSchema,
  toSharedState,
} from '#core/presentation/presentationState.ts';
import { settle } from '#core/presentation/walk.ts';

export interface Presenter {
  readonly state: PresentationState;
  /** The step that was shown when somebody deleted it, for a while. */
  readonly lost: Step | undefined;
  command(command: PresentationCommand): void;
}

/** How long the page says that a step was deleted, in ms. */
const lostMs = 7000;

/**
 * A presentation of the procedure, which it follows while others edit. A reload of the page, or its crash,
 * comes back to where it was. `procedure` must be loaded.
 */
export function usePresenter(procedureId: string, procedure: Procedure): Presenter {
  const [shown, setShown] = useState(() => ({
    procedure,
    state: settle(procedure, procedure, readKept(procedureId) ?? begin(procedureId)).state,
  }));
  const [lost, setLost] = useState<Step>();

  // What is drawn next must fit the edited procedure already.
  let { state } = shown;
  if (shown.procedure !== procedure) {
    const settled = settle(shown.procedure, procedure, state);
    state = settled.state;
    setShown({ procedure, state });
    if (settled.lost) setLost(settled.lost);
  }

  useEffect(() => {
    sessionStorage.setItem(toKey(procedureId), JSON.stringify(toSharedState(state)));
  }, [procedureId, state]);

  useEffect(() => {
    if (!lost) return;
    const timer = setTimeout(() => setLost(undefined), lostMs);
    return () => clearTimeout(timer);
  }, [lost]);

  const command = useCallback(
    (asked: PresentationCommand) =>
      setShown((last) => {
        const next = applyCommand(last.procedure, last.state, asked);
        return next === last.state ? last : { ...last, state: next };
      }),
    [],
  );
  return { state, lost, command };
}

/** A presentation that was closed on purpose begins anew. */
export function forgetPresentation(procedureId: string): void {
  sessionStorage.removeItem(toKey(procedureId));
}

function begin(procedureId: string): PresentationState {
  return newPresentation(procedureId, Date.now());
}

function readKept(procedureId: string): PresentationState | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(toKey(procedureId)) ?? 'null');
    const parsed = presentationStateSchema.safeParse(kept);
    return parsed.success && parsed.data.procedureId === procedureId ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

function toKey(procedureId: string): string {
  return `alur.presentation.${procedureId}`;
}
