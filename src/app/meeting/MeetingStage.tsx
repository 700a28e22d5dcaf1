import { Button } from '@mantine/core';
import { IconFileOff } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskPlan } from '#app/present/deskMessages.ts';
import { useDesk } from '#app/present/useDesk.ts';
import type { MeetingLive } from '#core/meeting/meeting.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { useConnection, useProcedure } from '#session/react/hooks.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Presentation } from '#views/presentation/Presentation.tsx';
import type { LineNews } from './MeetingLine.ts';
import { useMeeting } from './meetingContext.ts';
import { toServerTime, toSpentMs } from './meetingTime.ts';
import { Opening } from './Opening.tsx';
import type { ProcedureItem } from './roomParts.ts';
import { useMeetingPresentation } from './useMeetingPresentation.ts';

export interface MeetingStageProps {
  readonly item: ProcedureItem;
}

/** What everybody looks at: the SOP of the current item, as the presenter shows it. */
export function MeetingStage({ item }: MeetingStageProps) {
  const { t } = useTranslation('meeting');
  const connection = useConnection();
  const procedure = useProcedure(toItself);
  if (connection.status === 'refused')
    return (
      <EmptyState
        icon={<IconFileOff size={40} stroke={1.4} aria-hidden="true" />}
        title={t('room.procedureGone')}
        text={t('room.procedureGoneText')}
      />
    );
  if (connection.status === 'connecting' && procedure.steps.length === 0) return <Opening />;
  return <Shown item={item} procedure={procedure} />;
}

interface ShownProps extends MeetingStageProps {
  readonly procedure: Procedure;
}

function Shown({ item, procedure }: ShownProps) {
  const { t } = useTranslation('meeting');
  const { t: tPresentation } = useTranslation('presentation');
  const { meeting, me, news, isPresenter, isModerator, run } = useMeeting();
  // It asks for a sign-in, and keeps notes in the browser: nothing for guests.
  const hasDesk = isPresenter && !me.isGuest;
  const { state, isAsked, isAway, onCommand, comeBack, stay } = useMeetingPresentation(
    item,
    procedure,
  );
  const isLeader = isPresenter || isModerator;
  const plan = useMemo(() => toPlan(item, meeting.live, news), [item, meeting.live, news]);
  const desk = useDesk({
    place: hasDesk ? { userId: me.id, presentationId: meeting.id } : undefined,
    path: `/rapat/${encodeURIComponent(meeting.id)}/penyaji`,
    ...{ procedure, state, plan, onCommand },
  });
  return (
    <>
      {isAsked && isAway && (
        <div className="roomAsk" role="alert">
          <span>{t('room.asked')}</span>
          <Button size="sm" onClick={comeBack}>
            {t('room.come')}
          </Button>
          <Button size="sm" variant="default" onClick={stay}>
            {t('room.stay')}
          </Button>
        </div>
      )}
      <Presentation
        procedure={procedure}
        state={state}
        seat={isPresenter ? 'presenter' : 'follower'}
        agenda={{
          items: meeting.items,
          current: item.id,
          ...(isLeader && {
            onGo: (next) => void run({ type: 'goToItem', item: next, from: item.id }),
          }),
        }}
        notice={desk.isBlocked ? tPresentation('desk.blocked') : undefined}
        onCommand={onCommand}
        {...(hasDesk && { onNotes: desk.open })}
      >
        {isAway && (
          <Button size="sm" className="roomBack" onClick={comeBack}>
            {t('room.backToPresenter')}
          </Button>
        )}
      </Presentation>
    </>
  );
}

/** The time of the item as the presenter's second window counts it. */
function toPlan(item: ProcedureItem, live: MeetingLive, news: LineNews): DeskPlan {
  const spentMs = toSpentMs(item, live, toServerTime(news, performance.now()));
  return { startedAt: Date.now() - spentMs, minutes: item.minutes };
}

function toItself(procedure: Procedure): Procedure {
  return procedure;
}
