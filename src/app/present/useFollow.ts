import { useCallback, useEffect, useReducer } from 'react';
import type { Procedure } from '#core/model/procedure.ts';
import {
  type Follow,
  type FollowEvent,
  follow,
  newFollow,
  settleOwn,
  toOwnMove,
} from '#core/presentation/follow.ts';
import type { PresentationCommand } from '#core/presentation/presentationCommand.ts';
import type { PresentationState } from '#core/presentation/presentationState.ts';

export interface Follower {
  readonly follow: Follow;
  /** What I ask for: a move lets go of the presenter. */
  command(command: PresentationCommand): void;
  /** Back to the presenter. */
  comeBack(): void;
  /** I stay where I am though everybody is asked to come. */
  decline(): void;
}

export interface FollowSource {
  readonly procedure: Procedure;
  /** What the presenter shows; null while nobody presents, undefined while one cannot know. */
  readonly presenter: PresentationState | null | undefined;
  /** Nobody looks around alone. */
  readonly isLed?: boolean;
  /** Raised each time everybody is asked to come. */
  readonly gatherings?: number;
}

/** Follows a presenter, wherever the states come from. */
export function useFollow(source: FollowSource): Follower {
  const { procedure, presenter, isLed = false, gatherings = 0 } = source;
  const [state, dispatch] = useReducer(reduce, { follow: newFollow, procedure });

  useEffect(() => {
    if (presenter) dispatch({ type: 'presenterShows', state: presenter });
    else if (presenter === null) dispatch({ type: 'presenterLeft' });
  }, [presenter]);
  useEffect(() => dispatch({ type: 'led', isLed }), [isLed]);
  useEffect(() => {
    if (gatherings > 0) dispatch({ type: 'asked' });
  }, [gatherings]);
  useEffect(() => dispatch({ type: 'edited', procedure }), [procedure]);

  return {
    follow: state.follow,
    command: useCallback((command) => dispatch({ type: 'command', command }), []),
    comeBack: useCallback(() => dispatch({ type: 'returned' }), []),
    decline: useCallback(() => dispatch({ type: 'declined' }), []),
  };
}

interface FollowState {
  readonly follow: Follow;
  readonly procedure: Procedure;
}

type Happening =
  | FollowEvent
  | { readonly type: 'command'; readonly command: PresentationCommand }
  | { readonly type: 'edited'; readonly procedure: Procedure };

function reduce(state: FollowState, happening: Happening): FollowState {
  switch (happening.type) {
    case 'edited': {
      const { procedure } = happening;
      return { procedure, follow: settleOwn(state.procedure, procedure, state.follow) };
    }
    case 'command': {
      const event = toOwnMove(state.procedure, state.follow, happening.command);
      return event ? { ...state, follow: follow(state.follow, event) } : state;
    }
    default:
      return { ...state, follow: follow(state.follow, happening) };
  }
}
