import { useCallback, useEffect, useRef, useState } from 'react';
import type { Procedure } from '#core/model/procedure.ts';
import type { PresentationCommand } from '#core/presentation/presentationCommand.ts';
import { type PresentationState, toSharedState } from '#core/presentation/presentationState.ts';
import { DeskLine, type DeskPlace, type DeskPlan, toDeskJson } from './deskMessages.ts';
import { readDesk } from './deskStore.ts';

export interface DeskOptions {
  /** Undefined for whoever does not present: there is no second window then. */
  readonly place: DeskPlace | undefined;
  /** The address of the second window. */
  readonly path: string;
  readonly procedure: Procedure;
  readonly state: PresentationState;
  /** Where an agenda gives the time. */
  readonly plan?: DeskPlan | undefined;
  onCommand(command: PresentationCommand): void;
}

export interface Desk {
  /** As the presenter planned at the desk. */
  readonly plannedMinutes: number | null;
  /** The browser would not open the window. */
  readonly isBlocked: boolean;
  open(): void;
}

/** The presentation's side of the line to the presenter's second window. */
export function useDesk(options: DeskOptions): Desk {
  const { place, path, procedure, state, plan = null } = options;
  const { userId, presentationId } = place ?? {};
  const { procedureId } = state;
  const [plannedMinutes, setPlanned] = useState(() => readPlanned(userId, procedureId));
  const [isBlocked, setBlocked] = useState(false);
  const line = useRef<DeskLine>(undefined);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });

  useEffect(() => {
    if (userId === undefined || presentationId === undefined) return;
    const opened = new DeskLine({ userId, presentationId }, (message) => {
      const shown = latest.current;
      if (message.type === 'command') shown.onCommand(message.command);
      else if (message.type === 'planned') setPlanned(readPlanned(userId, shown.state.procedureId));
      else if (message.type === 'hello') {
        opened.send({ type: 'procedure', json: toDeskJson(shown.procedure) });
        opened.send({ type: 'plan', plan: shown.plan ?? null });
        opened.send({ type: 'state', state: toSharedState(shown.state) });
      }
    });
    line.current = opened;
    return () => {
      opened.send({ type: 'closed' });
      opened.close();
      line.current = undefined;
    };
  }, [userId, presentationId]);

  // Whoever begins to present tells it all; later what changes.
  const isOpen = place !== undefined;
  useEffect(() => {
    if (isOpen) line.current?.send({ type: 'procedure', json: toDeskJson(procedure) });
  }, [isOpen, procedure]);
  useEffect(() => {
    if (isOpen) line.current?.send({ type: 'plan', plan });
  }, [isOpen, plan]);
  useEffect(() => {
    if (isOpen) line.current?.send({ type: 'state', state: toSharedState(state) });
  }, [isOpen, state]);

  const open = useCallback(() => {
    const name = `alur-${presentationId}`;
    setBlocked(window.open(path, name, 'popup,width=1180,height=760') === null);
  }, [presentationId, path]);
  return { plannedMinutes, isBlocked, open };
}

function readPlanned(userId: string | undefined, procedureId: string): number | null {
  return userId === undefined ? null : readDesk({ userId, procedureId }).plannedMinutes;
}
