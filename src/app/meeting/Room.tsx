import { ActionIcon, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { AgendaPanel } from './AgendaPanel.tsx';
import { ItemTimer } from './ItemTimer.tsx';
import { MeetingStage } from './MeetingStage.tsx';
import { useMeeting } from './meetingContext.ts';
import { NotesPanel } from './NotesPanel.tsx';
import { PeoplePanel } from './PeoplePanel.tsx';
import { RoomNotices } from './RoomNotices.tsx';
import { RoomTabs } from './RoomTabs.tsx';
import { RoomTools } from './RoomTools.tsx';
import type { RoomPart } from './roomParts.ts';
import { VotePanel } from './VotePanel.tsx';
import './Room.css';

/** A meeting that runs: agenda, presentation, and what one does beside it. */
export function Room() {
  const { t } = useTranslation('meeting');
  const { meeting, me } = useMeeting();
  const isWide = useMediaQuery('(min-width: 90em)', false, { getInitialValueInEffect: false });
  const isNarrow = useMediaQuery('(max-width: 56em)', false, { getInitialValueInEffect: false });
  const [part, setPart] = useState<RoomPart | undefined>(isWide ? 'people' : undefined);
  // On a wide screen the agenda stands beside anyway.
  const shown = isWide && part === 'agenda' ? undefined : part;
  return (
    <div className="room" data-part={shown ?? 'stage'}>
      <header className="roomHead">
        {!me.isGuest && (
          <ActionIcon
            component={Link}
            href="/rapat"
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('room.leave')}
          >
            <IconArrowLeft size={20} aria-hidden="true" />
          </ActionIcon>
        )}
        <Text component="h1" className="roomTitle">
          {meeting.title}
        </Text>
        <ItemTimer />
        <RoomTools isNarrow={isNarrow} />
      </header>
      <div className="roomNotices">
        <RoomNotices onVotes={() => setPart('votes')} />
      </div>
      <div className="roomBody">
        {isWide && (
          <aside className="roomSide" aria-label={t('room.agenda')}>
            <AgendaPanel />
          </aside>
        )}
        <div className="roomStage">
          <MeetingStage />
        </div>
        {shown && (
          <aside className="roomPart" aria-label={t(`room.${shown}`)}>
            <Part part={shown} />
          </aside>
        )}
        <RoomTabs part={shown} hasAgenda={!isWide} hasStage={isNarrow} onPick={setPart} />
      </div>
    </div>
  );
}

interface PartProps {
  readonly part: RoomPart;
}

function Part({ part }: PartProps) {
  switch (part) {
    case 'agenda':
      return <AgendaPanel />;
    case 'people':
      return <PeoplePanel />;
    case 'votes':
      return <VotePanel />;
    case 'notes':
      return <NotesPanel />;
  }
}
