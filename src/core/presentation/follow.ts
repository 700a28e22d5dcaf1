import type { Procedure } from '#core/model/procedure.ts';
import { applyCommand, isMove, type PresentationCommand } from './presentationCommand.ts';
import type { PresentationState } from './presentationState.ts';
import { settle } from './walk.ts';

/** One who follows a presentation, or has left its way to look around. */
export interface Follow {
  /** What the presenter shows, as last heard; null while nobody presents. */
  readonly presenter: PresentationState | null;
  /** What is shown instead, while one looks around alone. */
  readonly own: PresentationState | null;
  /** The presenter asks everybody to come. */
  readonly isAsked: boolean;
  /** Nobody looks around alone while the meeting is led firmly. */
  readonly isLed: boolean;
}

export type FollowEvent =
  | { readonly type: 'presenterShows'; readonly state: PresentationState }
  /** What was shown last stays, to look around in. */
  | { readonly type: 'presenterLeft' }
  /** I moved: this is what I see now. */
  | { readonly type: 'moved'; readonly state: PresentationState }
  | { readonly type: 'returned' }
  | { readonly type: 'asked' }
  /** I stay where I am. */
  | { readonly type: 'declined' }
  | { readonly type: 'led'; readonly isLed: boolean };

export const newFollow: Follow = { presenter: null, own: null, isAsked: false, isLed: false };

/** What becomes of a follower. The same object where nothing changes. */
export function follow(state: Follow, event: FollowEvent): Follow {
  switch (event.type) {
    case 'presenterShows':
      return state.presenter === event.state
        ? state
        : // Whoever looks around after the end of one presentation is taken along by the next.
          { ...state, presenter: event.state, own: state.presenter ? state.own : null };
    case 'presenterLeft':
      return state.presenter
        ? { ...state, presenter: null, own: state.own ?? state.presenter, isAsked: false }
        : state;
    case 'moved':
      return state.isLed && state.presenter ? state : { ...state, own: event.state };
    case 'returned':
      return state.presenter ? { ...state, own: null, isAsked: false } : state;
    case 'asked':
      return state.own && state.presenter && !state.isAsked ? { ...state, isAsked: true } : state;
    case 'declined':
      return state.isAsked ? { ...state, isAsked: false } : state;
    case 'led':
      return lead(state, event.isLed);
  }
}

/** What the follower sees; undefined before anybody presented. */
export function toShown({ own, presenter }: Follow): PresentationState | undefined {
  return own ?? presenter ?? undefined;
}

/** What a follower's own command leads to; undefined for what only a presenter does. */
export function toOwnMove(
  procedure: Procedure,
  state: Follow,
  command: PresentationCommand,
): FollowEvent | undefined {
  const shown = toShown(state);
  if (!shown || !isMove(command)) return undefined;
  const free: PresentationState = { ...shown, screen: 'lit', pointer: null, isSpotlight: false };
  return { type: 'moved', state: applyCommand(procedure, free, command) };
}

/** Fits what somebody looks at alone to an edited procedure. The same object where nothing changes. */
export function settleOwn(before: Procedure, after: Procedure, state: Follow): Follow {
  if (!state.own) return state;
  const own = settle(before, after, state.own).state;
  return own === state.own ? state : { ...state, own };
}

function lead(state: Follow, isLed: boolean): Follow {
  if (isLed === state.isLed) return state;
  if (!isLed) return { ...state, isLed };
  return { ...state, isLed, ...(state.presenter && { own: null, isAsked: false }) };
}
