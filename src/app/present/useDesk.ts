import { useCallback, useEffect, useRef, useState } from 'react';
import type { Procedure } from '#core/model/procedure.ts';
import type { PresentationCommand } from '#core/presentation/presentationCommand.ts';
import { type PresentationState, toSharedState } from '#core/presentation/presentationState.ts';
import { DeskLine, type DeskPlace, toDeskJson } from './deskMessages.ts';
import { readDesk } from './deskStore.ts';

export interface DeskOptions {
  readonly place: DeskPlace;
  /** The address of the second window. */
  readonly path: string;
  readonly procedure: Procedure;
  readonly state: PresentationState;
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
export function useDesk({ place, path, procedure, state, onCommand }: DeskOptions): Desk {
  const { userId, procedureId } = place;
  const [plannedMinutes, setPlanned] = useState(() => readDesk(place).plannedMinutes);
  const [isBlocked, setBlocked] = useState(false);
  const line = useRef<DeskLine>(undefined);
  const shown = useRef({ procedure, state });

  useEffect(() => {
    const own = { userId, procedureId };
    const opened = new DeskLine(own, (message) => {
      if (message.type === 'command') onCommand(message.command);
      else if (message.type === 'planned') setPlanned(readDesk(own).plannedMinutes);
      else if (message.type === 'hello') {
        opened.send({ type: 'procedure', json: toDeskJson(shown.current.procedure) });
        opened.send({ type: 'state', state: toSharedState(shown.current.state) });
      }
    });
    line.current = opened;
    return () => {
      opened.send({ type: 'closed' });
      opened.close();
    };
  }, [userId, procedureId, onCommand]);

  useEffect(() => {
    shown.current = { ...shown.current, procedure };
    line.current?.send({ type: 'procedure', json: toDeskJson(procedure) });
  }, [procedure]);
  useEffect(() => {
    shown.current = { ...shown.current, state };
    line.current?.send({ type: 'state', state: toSharedState(state) });
  }, [state]);

  const open = useCallback(() => {
    const name = `alur-${procedureId}`;
    setBlocked(window.open(path, name, 'popup,width=1180,height=760') === null);
  }, [procedureId, path]);
  return { plannedMinutes, isBlocked, open };
}
