import { describe, expect, it } from 'vitest';
import { type FollowEvent, follow, newFollow, toShown } from '#core/presentation/follow.ts';
import { newPresentation, type PresentationState } from '#core/presentation/presentationState.ts';

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

function shows(state: PresentationState): FollowEvent {
  return { type: 'presenterShows', state };
}

function through(...events: readonly FollowEvent[]) {
  return events.reduce(follow, newFollow);
}
