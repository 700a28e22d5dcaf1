import { useTranslation } from 'react-i18next';
import { Redirect, useLocation } from 'wouter';
import { MeetingContext } from '#app/meeting/meetingContext.ts';
import { Opening } from '#app/meeting/Opening.tsx';
import { useOpenMeeting } from '#app/meeting/useOpenMeeting.ts';
import { NotFoundPage } from '#app/NotFoundPage.tsx';
import { usePageTitle } from '#app/usePageTitle.ts';
import { VariantVoteStage } from './VariantVoteStage.tsx';

export interface VotePageProps {
  readonly meetingId: string;
  readonly voteId: string;
}

/** What a vote between variants was about, years later too. */
export function VotePage({ meetingId, voteId }: VotePageProps) {
  const { t } = useTranslation('meeting');
  const { status, open } = useOpenMeeting(meetingId);
  const [, go] = useLocation();
  const vote = open?.meeting.votes.find(({ id }) => id === voteId);
  usePageTitle(vote?.question ?? '');
  if (status === 'refused') return <Redirect to={`/rapat/${meetingId}`} replace />;
  if (!open) return <Opening isPage />;
  if (!vote) return <NotFoundPage />;
  return (
    <MeetingContext value={open}>
      <main className="votePage">
        <VariantVoteStage
          key={vote.id}
          vote={vote}
          backLabel={t('minutes.title')}
          onBack={() => go(`/rapat/${meetingId}/notula`)}
        />
      </main>
    </MeetingContext>
  );
}
