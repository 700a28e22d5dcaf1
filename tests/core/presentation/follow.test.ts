import { describe, expect, it } from 'vitest';
import {
  type FollowEvent,
  follow,
  newFollow,
  settleOwn,
  toOwnMove,
  toShown,
} from '#core/presentation/follow.ts';
import { newPresentation, type PresentationState } from '#core/presentation/presentationState.ts';
import { flowchart } from '#tests/support/flowchart.ts';

const first = newPresentation('doc', 1);
const second: PresentationState = { ...first, station: { at: 'step', step: 'b' } };
const mine: PresentationState = { ...first, station: { at: 'step', step: 'x' } };

describe('follow', () => {
  it('shows what the presenter shows, late-comers where the presenter is', () => {
    expect(toShown(newFollow)).toBeUndefined();
    expect(toShown(through(shows(second)))).toBe(second);
    expect(toShown(through(shows(first), shows(second)))).toBe(second);
  });

  it('shows what I moved to, until I come back to where the presenter is by then', () => {
    const alone = through(shows(first), { type: 'moved', state: mine }, shows(second));

    expect(toShown(alone)).toBe(mine);
    expect(toShown(follow(alone, { type: 'returned' }))).toBe(second);
  });

  it('lets nobody go while the meeting is led, and brings back who has gone', () => {
    const led = through(
      shows(first),
      { type: 'moved', state: mine },
      { type: 'led', isLed: true },
      { type: 'moved', state: mine },
    );

    expect(toShown(led)).toBe(first);
    const free = follow(led, { type: 'led', isLed: false });
    expect(toShown(follow(free, { type: 'moved', state: mine }))).toBe(mine);
  });

  it('asks only those who have gone, who may stay or come', () => {
    const asked = through(shows(first), { type: 'moved', state: mine }, { type: 'asked' });

    expect(asked.isAsked).toBe(true);
    expect(toShown(asked)).toBe(mine);
    expect(follow(asked, { type: 'declined' })).toMatchObject({ isAsked: false, own: mine });
    expect(follow(asked, { type: 'returned' })).toMatchObject({ isAsked: false, own: null });
    expect(through(shows(first), { type: 'asked' }).isAsked).toBe(false);
  });

  it('leaves everybody where they are when the presenter goes, and takes them along with the next', () => {
    const left = through(shows(second), { type: 'presenterLeft' });

    expect(toShown(left)).toBe(second);
    expect(follow(left, { type: 'returned' })).toBe(left);
    expect(toShown(follow(left, shows(first)))).toBe(first);
  });
});

describe('toOwnMove', () => {
  it('goes on alone from what the presenter shows, without the pointer or the pause', () => {
    const procedure = flowchart('(a) > b > (c)');
    const paused: PresentationState = {
      ...first,
      station: { at: 'step', step: 'a' },
      ...{ trail: ['a'], screen: 'black', pointer: { x: 1, y: 2 }, isSpotlight: true },
    };
    const following = through(shows(paused));

    const event = toOwnMove(procedure, following, { type: 'next' });

    const alone = follow(following, event ?? { type: 'declined' });
    expect(toShown(alone)).toMatchObject({
      station: { at: 'step', step: 'b' },
      ...{ screen: 'lit', pointer: null, isSpotlight: false },
    });
    expect(toOwnMove(procedure, following, { type: 'toggleSpotlight' })).toBeUndefined();
    expect(toOwnMove(procedure, newFollow, { type: 'next' })).toBeUndefined();
    const edited = settleOwn(procedure, flowchart('(a) > (c)'), alone);
    expect(edited.own?.station).toEqual({ at: 'step', step: 'c' });
    expect(settleOwn(procedure, procedure, alone)).toBe(alone);
  });
});

function shows(state: PresentationState): FollowEvent {
  return { type: 'presenterShows', state };
}

function through(...events: readonly FollowEvent[]) {
  return events.reduce(follow, newFollow);
}
