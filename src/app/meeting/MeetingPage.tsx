import { Button } from '@mantine/core';
import { IconDoorExit, IconHeartHandshake } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Redirect, useLocation } from 'wouter';
import { ApiProblem } from '#app/api.ts';
import { LoadProblem } from '#app/LoadProblem.tsx';
import { toSignInPath } from '#app/returnPath.ts';
import { useLoad } from '#app/useLoad.ts';
import { usePageTitle } from '#app/usePageTitle.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { isGuestOf } from './guestMark.ts';
import { Lobby } from './Lobby.tsx';
import { meetingApi } from './meetingApi.ts';
import { MeetingContext } from './meetingContext.ts';
import { Opening } from './Opening.tsx';
import { Room } from './Room.tsx';
import { useOpenMeeting } from './useOpenMeeting.ts';

export interface MeetingPageProps {
  readonly meetingId: string;
}

/** One meeting, for accounts and guests: the lobby before it, the room, the minutes after it. */
export function MeetingPage({ meetingId }: MeetingPageProps) {
  const [state, reload] = useLoad(useCallback(() => meetingApi.open(meetingId), [meetingId]));
  const [path] = useLocation();
  switch (state.status) {
    case 'loading':
      return <Opening isPage />;
    case 'failed':
      if (!(state.problem instanceof ApiProblem) || ![401, 403].includes(state.problem.status))
        return <LoadProblem problem={state.problem} onRetry={reload} />;
      if (state.problem.status === 401 && !isGuestOf(meetingId))
        return <Redirect to={toSignInPath(path, '')} replace />;
      return <NotInMeeting isGuest={isGuestOf(meetingId)} />;
    case 'ready':
      return <WatchedMeeting meetingId={meetingId} />;
  }
}

function WatchedMeeting({ meetingId }: MeetingPageProps) {
  const { status, open } = useOpenMeeting(meetingId);
  usePageTitle(open?.meeting.title ?? '');
  if (open?.meeting.state === 'ended')
    return open.me.isGuest ? <Thanks /> : <Redirect to={`/rapat/${meetingId}/notula`} replace />;
  if (status === 'refused') return <NotInMeeting isGuest={open?.me.isGuest ?? false} />;
  if (!open) return <Opening isPage />;
  return (
    <MeetingContext value={open}>
      {open.meeting.state === 'planned' ? <Lobby /> : <Room />}
    </MeetingContext>
  );
}

interface NotInMeetingProps {
  readonly isGuest: boolean;
}

function NotInMeeting({ isGuest }: NotInMeetingProps) {
  const { t } = useTranslation('meeting');
  return (
    <main>
      <EmptyState
        icon={<IconDoorExit size={44} stroke={1.4} aria-hidden="true" />}
        title={t('join.overTitle')}
        text={t('join.overText')}
      >
        {!isGuest && (
          <Button component={Link} href="/rapat" mt="sm">
            {t('list.title')}
          </Button>
        )}
      </EmptyState>
    </main>
  );
}

function Thanks() {
  const { t } = useTranslation('meeting');
  return (
    <main>
      <EmptyState
        icon={<IconHeartHandshake size={44} stroke={1.4} aria-hidden="true" />}
        title={t('join.thanksTitle')}
        text={t('join.thanksText')}
      />
    </main>
  );
}
