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
}

export interface FollowSource {
  readonly procedure: Procedure;
  /** What the presenter shows; null while nobody presents, undefined while one cannot know. */
  readonly presenter: PresentationState | null | undefined;
}

/** Follows a presenter of the open procedure. */
export function useFollow({ procedure, presenter }: FollowSource): Follower {
  const [state, dispatch] = useReducer(reduce, { follow: newFollow, procedure });

  useEffect(() => {
    if (presenter) dispatch({ type: 'presenterShows', state: presenter });
    else if (presenter === null) dispatch({ type: 'presenterLeft' });
  }, [presenter]);
  useEffect(() => dispatch({ type: 'edited', procedure }), [procedure]);

  return {
    follow: state.follow,
    command: useCallback((command) => dispatch({ type: 'command', command }), []),
    comeBack: useCallback(() => dispatch({ type: 'returned' }), []),
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
