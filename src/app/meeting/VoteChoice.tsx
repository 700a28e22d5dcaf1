import { Text } from '@mantine/core';
import { IconTrophy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Choice } from '#core/meeting/meeting.ts';
import type { VoteView } from '#core/meeting/viewMeeting.ts';
import { useMeeting } from './meetingContext.ts';
import './VotePanel.css';

interface VoteChoiceProps {
  readonly vote: VoteView;
  readonly choice: Choice;
  /** It has the most votes, and that is to be said. */
  readonly isMost?: boolean;
}

/** One choice of a vote: to be pressed while it is open, with its votes as far as they may be seen. */
export function VoteChoice({ vote, choice, isMost = false }: VoteChoiceProps) {
  const { t } = useTranslation('meeting');
  const { meeting, run } = useMeeting();
  const index = vote.choices.findIndex(({ id }) => id === choice.id);
  const isMine = vote.mine === choice.id;
  const count = vote.counts?.[index];
  const share = count === undefined || vote.cast === 0 ? 0 : count / vote.cast;
  const names = vote.voters?.[index]
    ?.map((id) => meeting.people.find((person) => person.id === id)?.name)
    .filter(Boolean);
  const words = (
    <>
      <span className="voteBar" style={{ inlineSize: `${share * 100}%` }} />
      <span className="voteText">
        {choice.text}
        {isMine && (
          <Text component="span" size="xs" c="dimmed">
            {t('vote.mine')}
          </Text>
        )}
      </span>
      {isMost && (
        <span className="voteMost">
          <IconTrophy size={16} aria-hidden="true" />
          {t('variant.most')}
        </span>
      )}
      {count !== undefined && <span className="voteCount">{t('vote.result', { count })}</span>}
    </>
  );
  return (
    <div>
      {vote.closedAt === null ? (
        <button
          type="button"
          className="voteChoice"
          aria-pressed={isMine}
          onClick={() =>
            void run({ type: 'castVote', vote: vote.id, choice: isMine ? null : choice.id })
          }
        >
          {words}
        </button>
      ) : (
        <div className="voteChoice" data-mine={isMine || undefined}>
          {words}
        </div>
      )}
      {names && names.length > 0 && (
        <Text size="xs" c="dimmed" mt={2}>
          {names.join(', ')}
        </Text>
      )}
    </div>
  );
}
