import { useEffect, useMemo, useState } from 'react';
import type { MeetingView } from '#core/meeting/viewMeeting.ts';
import type { ShownVariants, VariantStage } from './variantStage.ts';

/**
 * Shows everybody what a vote is about as soon as it is opened, and its outcome until they go back, the
 * presenter gathers them or the meeting goes on to another item.
 */
export function useShownVariants(meeting: MeetingView): VariantStage {
  const [shown, show] = useState<ShownVariants>();
  const { item, gatherings } = meeting.live;
  const open = meeting.votes.find(
    ({ closedAt, choices }) => closedAt === null && choices.some(({ state }) => state),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: each of these brings the presentation back.
  useEffect(() => show(undefined), [item, gatherings]);
  const vote = open?.item === item ? open?.id : undefined;
  useEffect(() => {
    if (vote !== undefined) show({ of: 'vote', vote });
  }, [vote]);
  return useMemo(() => ({ shown, show }), [shown]);
}
