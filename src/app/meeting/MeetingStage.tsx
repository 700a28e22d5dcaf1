import { Button, Center, Loader } from '@mantine/core';
import { IconFileOff, IconMessages, IconPlayerTrackNext } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '#core/meeting/meeting.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { openSession } from '#session/openSession.ts';
import { SessionContext, useConnection, useProcedure } from '#session/react/hooks.ts';
import type { Session } from '#session/session.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { toPersonColor } from '#ui/personColor.ts';
import { Presentation } from '#views/presentation/Presentation.tsx';
import { useMeeting } from './meetingContext.ts';
import { useMeetingPresentation } from './useMeetingPresentation.ts';

/** What everybody looks at: the SOP of the current item, as the presenter shows it. */
export function MeetingStage() {
  const { t } = useTranslation('meeting');
  const { meeting } = useMeeting();
  const item = meeting.items.find(({ id }) => id === meeting.live.item);
  if (!item)
    return (
      <EmptyState
        icon={<IconPlayerTrackNext size={40} stroke={1.4} aria-hidden="true" />}
        title={t('room.noItem')}
        text={t('room.noItemText')}
      />
    );
  if (!hasProcedure(item))
    return (
      <EmptyState
        icon={<IconMessages size={40} stroke={1.4} aria-hidden="true" />}
        title={item.title}
        text={t('room.freeItem')}
      />
    );
  return <ProcedureStage key={item.id} item={item} />;
}

type ProcedureItem = AgendaItem & { readonly procedure: string };

function hasProcedure(item: AgendaItem): item is ProcedureItem {
  return item.procedure !== null;
}

interface ProcedureStageProps {
  readonly item: ProcedureItem;
}

function ProcedureStage({ item }: ProcedureStageProps) {
  const session = useMeetingSession(item.procedure);
  if (!session) return <Opening />;
  return (
    <SessionContext value={session}>
      <OpenProcedure item={item} />
    </SessionContext>
  );
}

/** A guest's device keeps nothing of what it was shown. */
function useMeetingSession(procedureId: string): Session | undefined {
  const { me } = useMeeting();
  const { id, name, isGuest } = me;
  const [session, setSession] = useState<Session>();
  useEffect(() => {
    const opened = openSession({
      procedureId,
      baseUrl: location.origin,
      user: { id, name, color: toPersonColor(id) },
      role: 'viewer',
      ...(isGuest && { openCopy: () => undefined, openChannel: () => undefined }),
    });
    setSession(opened);
    return () => opened.close();
  }, [procedureId, id, name, isGuest]);
  return session;
}

function OpenProcedure({ item }: ProcedureStageProps) {
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

interface ShownProps extends ProcedureStageProps {
  readonly procedure: Procedure;
}

function Shown({ item, procedure }: ShownProps) {
  const { t } = useTranslation('meeting');
  const { meeting, isPresenter, isModerator, run } = useMeeting();
  const { state, isAsked, isAway, onCommand, comeBack, stay } = useMeetingPresentation(
    item,
    procedure,
  );
  const isLeader = isPresenter || isModerator;
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
        onCommand={onCommand}
      >
        {isAway && (
          <Button size="sm" onClick={comeBack}>
            {t('room.backToPresenter')}
          </Button>
        )}
      </Presentation>
    </>
  );
}

function Opening() {
  const { t } = useTranslation('meeting');
  return (
    <Center h="100%">
      <Loader aria-label={t('room.connecting')} />
    </Center>
  );
}

function toItself(procedure: Procedure): Procedure {
  return procedure;
}
