import { Button, Center, Loader } from '@mantine/core';
import { IconFileOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Procedure } from '#core/model/procedure.ts';
import { useConnection, useProcedure } from '#session/react/hooks.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Presentation } from '#views/presentation/Presentation.tsx';
import { useMeeting } from './meetingContext.ts';
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
          <Button size="sm" className="roomBack" onClick={comeBack}>
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
