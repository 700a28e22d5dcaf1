import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { VoteView } from '#core/meeting/viewMeeting.ts';

export interface VoteBadgesProps {
  readonly vote: VoteView;
}

/** Whether the vote is open, and whether it is secret. */
export function VoteBadges({ vote }: VoteBadgesProps) {
  const { t } = useTranslation('meeting');
  const isOpen = vote.closedAt === null;
  return (
    <>
      <Badge variant={isOpen ? 'filled' : 'light'} color={isOpen ? 'ink' : 'gray'} tt="none">
        {t(isOpen ? 'vote.isOpen' : 'vote.closed')}
      </Badge>
      {vote.isSecret && (
        <Badge variant="light" color="gray" tt="none">
          {t('vote.isSecret')}
        </Badge>
      )}
    </>
  );
}
