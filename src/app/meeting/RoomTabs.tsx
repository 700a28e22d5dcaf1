import {
  IconChartBar,
  IconListNumbers,
  IconMessagePlus,
  IconNotes,
  IconPresentation,
  IconUsers,
} from '@tabler/icons-react';
import { type ComponentType, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { SuggestionsStore } from '#views/suggestions/suggestionsUi.ts';
import { useMeeting } from './meetingContext.ts';
import type { RoomPart } from './roomParts.ts';

export interface RoomTabsProps {
  readonly part: RoomPart | undefined;
  readonly suggestions: SuggestionsStore;
  readonly hasAgenda: boolean;
  /** On a phone the presentation is one of them. */
  readonly hasStage: boolean;
  onPick(part: RoomPart | undefined): void;
}

type Icon = ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean | 'true' }>;

/** Beside the presentation, or below it on a phone: what else there is. */
export function RoomTabs({ part, suggestions, hasAgenda, hasStage, onPick }: RoomTabsProps) {
  const { t } = useTranslation('meeting');
  const { meeting, news, isModerator, isNoteTaker } = useMeeting();
  const isVoting = meeting.votes.some(({ closedAt, mine }) => closedAt === null && mine === null);
  const { openCount } = suggestions;
  const openSuggestions = useSyncExternalStore(openCount.subscribe, openCount.get);
  const hasProcedure = meeting.items.some(
    ({ id, procedure }) => id === meeting.live.item && procedure !== null,
  );
  const hands = meeting.live.hands.length;

  function tab(name: RoomPart, TabIcon: Icon, mark?: string | number) {
    return (
      <Tab
        label={t(`room.${name}`)}
        Icon={TabIcon}
        mark={mark}
        isOn={part === name}
        onClick={() =>
          onPick(part === name && !hasStage && name !== 'suggestions' ? undefined : name)
        }
      />
    );
  }

  return (
    <nav className="roomTabs" aria-label={meeting.title}>
      {hasStage && (
        <Tab
          label={t('room.stage')}
          Icon={IconPresentation}
          isOn={part === undefined}
          onClick={() => onPick(undefined)}
        />
      )}
      {hasAgenda && tab('agenda', IconListNumbers)}
      {hasProcedure && tab('suggestions', IconMessagePlus, openSuggestions || undefined)}
      {tab('people', IconUsers, hands > 0 ? `✋ ${hands}` : news.here.length)}
      {tab('votes', IconChartBar, isVoting ? '●' : undefined)}
      {(isModerator || isNoteTaker) && tab('notes', IconNotes)}
    </nav>
  );
}

interface TabProps {
  readonly label: string;
  readonly Icon: Icon;
  readonly mark?: string | number | undefined;
  readonly isOn: boolean;
  onClick(): void;
}

function Tab({ label, Icon, mark, isOn, onClick }: TabProps) {
  return (
    <button type="button" className="roomTab" aria-pressed={isOn} onClick={onClick}>
      <Icon size={22} stroke={1.6} aria-hidden="true" />
      <span>{label}</span>
      {mark !== undefined && <span className="roomTabMark">{mark}</span>}
    </button>
  );
}
