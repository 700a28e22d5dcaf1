import { ActionIcon, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { SuggestionsStore } from '#views/suggestions/suggestionsUi.ts';
import { AgendaPanel } from './AgendaPanel.tsx';
import { ItemTimer } from './ItemTimer.tsx';
import { useMeeting } from './meetingContext.ts';
import { NotesPanel } from './NotesPanel.tsx';
import { PeoplePanel } from './PeoplePanel.tsx';
import { RoomDocument } from './RoomDocument.tsx';
import { RoomNotices } from './RoomNotices.tsx';
import { RoomTabs } from './RoomTabs.tsx';
import { RoomTools } from './RoomTools.tsx';
import type { RoomPart } from './roomParts.ts';
import { VotePanel } from './VotePanel.tsx';
import { useShownVariants } from './variants/useShownVariants.ts';
import { VariantStageContext } from './variants/variantStage.ts';
import './Room.css';

/** A meeting that runs: agenda, presentation, and what one does beside it. */
export function Room() {
  const { t } = useTranslation('meeting');
  const { meeting, me } = useMeeting();
  const isWide = useMediaQuery('(min-width: 90em)', false, { getInitialValueInEffect: false });
  const isNarrow = useMediaQuery('(max-width: 56em)', false, { getInitialValueInEffect: false });
  const [part, setPart] = useState<Exclude<RoomPart, 'suggestions'>>();
  const [suggestions] = useState(() => new SuggestionsStore());
  const { isOpen } = useSyncExternalStore(suggestions.subscribe, suggestions.get);
  const { item } = meeting.live;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the next item has suggestions of its own.
  useEffect(() => suggestions.close(), [suggestions, item]);
  const variants = useShownVariants(meeting);

  function pick(next: RoomPart | undefined): void {
    if (next === 'suggestions') suggestions.toggle();
    else {
      suggestions.close();
      setPart(next);
    }
  }
  const compared = variants.shown;
  // The drawings want all the room that there is, and whoever looks elsewhere on a phone still votes.
  useEffect(() => {
    if (compared) setPart(undefined);
  }, [compared]);
  const hasSide = isWide && !compared;
  // On a wide screen the agenda stands beside anyway.
  const beside = isOpen || (hasSide && part === 'agenda') ? undefined : part;
  const shown = isOpen ? 'suggestions' : beside;
  return (
    <VariantStageContext value={variants}>
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
          <RoomNotices onVotes={() => pick('votes')} />
        </div>
        <div className="roomBody">
          {hasSide && (
            <aside className="roomSide" aria-label={t('room.agenda')}>
              <AgendaPanel />
            </aside>
          )}
          <RoomDocument suggestions={suggestions} />
          {beside && (
            <aside className="roomPart" aria-label={t(`room.${beside}`)}>
              <Part part={beside} />
            </aside>
          )}
          <RoomTabs
            part={shown}
            suggestions={suggestions}
            hasAgenda={!hasSide}
            hasStage={isNarrow}
            onPick={pick}
          />
        </div>
      </div>
    </VariantStageContext>
  );
}

interface PartProps {
  readonly part: Exclude<RoomPart, 'suggestions'>;
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
