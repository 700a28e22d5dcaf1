import { useEffect, useReducer, useRef, useState, useSyncExternalStore } from 'react';
import { useShownStep } from '#app/present/useShownStep.ts';
import type { AgendaItem } from '#core/meeting/meeting.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { follow, newFollow, toShown } from '#core/presentation/follow.ts';
import { applyCommand, type PresentationCommand } from '#core/presentation/presentationCommand.ts';
import { newPresentation, type PresentationState } from '#core/presentation/presentationState.ts';
import { useMeeting } from './meetingContext.ts';

export interface MeetingPresentation {
  readonly state: PresentationState;
  readonly isAsked: boolean;
  /** Looking around alone. */
  readonly isAway: boolean;
  onCommand(command: PresentationCommand): void;
  comeBack(): void;
  stay(): void;
}

/** What this person sees of an item: their own presentation, the presenter's, or where they look around. */
export function useMeetingPresentation(
  item: AgendaItem & { readonly procedure: string },
  procedure: Procedure,
): MeetingPresentation {
  const { line, meeting, isPresenter, status } = useMeeting();
  const { isFirm, gatherings } = meeting.live;
  const shown = useSyncExternalStore(line.shown.subscribe, line.shown.get);
  const theirs = shown?.item === item.id ? shown.state : undefined;
  const [following, tell] = useReducer(follow, newFollow);
  const [blank] = useState(() => newPresentation(item.procedure, Date.now()));
  const [mine, setMine] = useState<PresentationState>();

  useEffect(() => {
    if (theirs) tell({ type: 'presenterShows', state: theirs });
  }, [theirs]);
  useEffect(() => tell({ type: 'led', isLed: isFirm }), [isFirm]);

  const gatheredRef = useRef(gatherings);
  useEffect(() => {
    if (gatheredRef.current !== gatherings) tell({ type: 'asked' });
    gatheredRef.current = gatherings;
  }, [gatherings]);

  const seen = toShown(following) ?? blank;
  // Whoever is given the role goes on from what they see; whoever gives it away follows.
  useEffect(() => {
    setMine(undefined);
    if (!isPresenter) tell({ type: 'returned' });
  }, [isPresenter]);

  const state = isPresenter ? (mine ?? seen) : seen;
  useShownStep(state);
  useEffect(() => {
    if (isPresenter && status === 'online') line.present(item.id, state);
  }, [isPresenter, status, line, item.id, state]);

  return {
    state,
    isAsked: !isPresenter && following.isAsked,
    isAway: !isPresenter && following.own !== null && following.presenter !== null,
    onCommand(command) {
      const next = applyCommand(procedure, state, command);
      if (next === state) return;
      if (isPresenter) setMine(next);
      else tell({ type: 'moved', state: next });
    },
    comeBack: () => tell({ type: 'returned' }),
    stay: () => tell({ type: 'declined' }),
  };
}
