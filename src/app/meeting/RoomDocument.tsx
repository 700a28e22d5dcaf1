import { IconMessages, IconPlayerTrackNext } from '@tabler/icons-react';
import { Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { SessionContext } from '#session/react/hooks.ts';
import { PinContext } from '#session/react/pinBoard.ts';
import { SuggestionsContext } from '#session/react/useSuggestions.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { later } from '#ui/later.ts';
import type { SuggestionsStore } from '#views/suggestions/suggestionsUi.ts';
import { MeetingStage } from './MeetingStage.tsx';
import { useMeeting } from './meetingContext.ts';
import { Opening } from './Opening.tsx';
import { hasProcedure, type ProcedureItem } from './roomParts.ts';
import { useMeetingDocument } from './useMeetingDocument.ts';
import { useVariantStage } from './variants/variantStage.ts';

const SuggestionsDock = later(() =>
  import('#views/suggestions/SuggestionsDock.tsx').then((file) => file.SuggestionsDock),
);

export interface RoomDocumentProps {
  readonly suggestions: SuggestionsStore;
}

/** The current item: its SOP as the presenter shows it, and the suggestions about it. */
export function RoomDocument({ suggestions }: RoomDocumentProps) {
  const { t } = useTranslation('meeting');
  const { meeting } = useMeeting();
  const item = meeting.items.find(({ id }) => id === meeting.live.item);
  if (!item)
    return (
      <div className="roomStage">
        <EmptyState
          icon={<IconPlayerTrackNext size={40} stroke={1.4} aria-hidden="true" />}
          title={t('room.noItem')}
          text={t('room.noItemText')}
        />
      </div>
    );
  if (!hasProcedure(item))
    return (
      <div className="roomStage">
        <EmptyState
          icon={<IconMessages size={40} stroke={1.4} aria-hidden="true" />}
          title={item.title}
          text={t('room.freeItem')}
        />
      </div>
    );
  return <OpenItem key={item.id} item={item} suggestions={suggestions} />;
}

const VariantVoteStage = later(() =>
  import('./variants/VariantVoteStage.tsx').then((file) => file.VariantVoteStage),
);
const VariantDraftStage = later(() =>
  import('./variants/VariantDraftStage.tsx').then((file) => file.VariantDraftStage),
);

/** The presentation, or what a vote is about. */
function Stage({ item }: { readonly item: ProcedureItem }) {
  const { t } = useTranslation('meeting');
  const { meeting } = useMeeting();
  const { shown, show } = useVariantStage();
  const vote = meeting.votes.find(({ id }) => shown?.of === 'vote' && id === shown.vote);
  const back = () => show(undefined);
  if (shown === undefined || (shown.of === 'vote' && !vote)) return <MeetingStage item={item} />;
  return (
    <Suspense fallback={<Opening />}>
      {vote ? (
        <VariantVoteStage key={vote.id} vote={vote} backLabel={t('variant.back')} onBack={back} />
      ) : (
        <VariantDraftStage item={item} onBack={back} />
      )}
    </Suspense>
  );
}

interface OpenItemProps extends RoomDocumentProps {
  readonly item: ProcedureItem;
}

function OpenItem({ item, suggestions }: OpenItemProps) {
  const { meeting } = useMeeting();
  const opened = useMeetingDocument(item.procedure);
  const pins = useMemo(
    () => ({ board: suggestions.board, onPick: suggestions.pick }),
    [suggestions],
  );
  if (!opened)
    return (
      <div className="roomStage">
        <Opening />
      </div>
    );
  return (
    <SessionContext value={opened.session}>
      <SuggestionsContext value={opened.suggestions}>
        <PinContext value={pins}>
          <div className="roomStage">
            <Stage item={item} />
          </div>
        </PinContext>
        <Suspense>
          <SuggestionsDock
            ui={suggestions}
            members={meeting.people.filter(({ isRemoved }) => !isRemoved)}
          />
        </Suspense>
      </SuggestionsContext>
    </SessionContext>
  );
}
