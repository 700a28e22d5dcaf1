import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { moderatorGoneMs, presenterGoneMs } from '#core/meeting/meeting.ts';
import { useMeeting } from './meetingContext.ts';
import { toGoneNow, useSeconds } from './meetingTime.ts';
import { useVariantStage } from './variants/variantStage.ts';

export interface RoomNoticesProps {
  onVotes(): void;
}

/** What needs somebody's eye now, each with the one thing to do about it. */
export function RoomNotices({ onVotes }: RoomNoticesProps) {
  const { t } = useTranslation('meeting');
  const { meeting, status, isPresenter, isModerator } = useMeeting();
  const { live, votes } = meeting;
  const { shown } = useVariantStage();
  const vote = votes.find(
    ({ id, closedAt, mine }) =>
      closedAt === null && mine === null && !(shown?.of === 'vote' && shown.vote === id),
  );
  if (status !== 'online') return <Notice tone="warning">{t('room.offline')}</Notice>;
  return (
    <>
      <Gone />
      {vote && (
        <Notice tone="calm">
          <span className="roomNoticeText">{vote.question}</span>
          <Button size="xs" onClick={onVotes}>
            {t('room.votes')}
          </Button>
        </Notice>
      )}
      {live.isFirm && !isPresenter && !isModerator && <Notice tone="calm">{t('room.led')}</Notice>}
    </>
  );
}

/** Presenter or moderator have lost their connection: others may go on in their place. */
function Gone() {
  const { t } = useTranslation('meeting');
  const { news, me, isModerator, isPresenter, run } = useMeeting();
  const now = useSeconds();
  const presenterMs = toGoneNow(news.presenterGoneMs, news, now);
  const moderatorMs = toGoneNow(news.moderatorGoneMs, news, now);
  if (me.isGuest) return null;
  return (
    <>
      {!isPresenter && presenterMs >= (isModerator ? reloadMs : presenterGoneMs) && (
        <Notice tone="warning">
          <span className="roomNoticeText">{t('room.presenterGone')}</span>
          <Button size="xs" onClick={() => void run({ type: 'takeOver' })}>
            {t('room.takeOver')}
          </Button>
        </Notice>
      )}
      {!isModerator && moderatorMs >= moderatorGoneMs && (
        <Notice tone="warning">
          <span className="roomNoticeText">{t('room.moderatorGone')}</span>
          <Button size="xs" variant="default" onClick={() => void run({ type: 'takeChair' })}>
            {t('room.takeChair')}
          </Button>
        </Notice>
      )}
    </>
  );
}

/** A page that is only loaded again is back by then. */
const reloadMs = 3000;

interface NoticeProps {
  readonly tone: 'calm' | 'warning';
  readonly children: ReactNode;
}

function Notice({ tone, children }: NoticeProps) {
  return (
    <div className="roomNotice" role="status" data-tone={tone}>
      {children}
    </div>
  );
}
