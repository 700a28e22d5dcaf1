import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VoteView } from '#core/meeting/viewMeeting.ts';
import { useMeeting } from './meetingContext.ts';
import { VoteForm } from './VoteForm.tsx';
import './VotePanel.css';

/** The open vote, then the closed ones, the last first. */
export function VotePanel() {
  const { t } = useTranslation('meeting');
  const { meeting, isModerator, isPresenter } = useMeeting();
  const [isAsking, setAsking] = useState(false);
  const votes = meeting.votes.toReversed();
  const isOneOpen = votes.some(({ closedAt }) => closedAt === null);
  const canOpen = (isModerator || isPresenter) && !isOneOpen;
  return (
    <Stack gap="md">
      {canOpen && !isAsking && (
        <Button
          variant="light"
          leftSection={<IconChartBar size={16} aria-hidden="true" />}
          onClick={() => setAsking(true)}
        >
          {t('vote.open')}
        </Button>
      )}
      {canOpen && isAsking && <VoteForm onClose={() => setAsking(false)} />}
      {votes.length === 0 && !isAsking && (
        <Text size="sm" c="dimmed">
          {t('vote.none')}
        </Text>
      )}
      {votes.map((vote) => (
        <Vote key={vote.id} vote={vote} />
      ))}
    </Stack>
  );
}

interface VoteProps {
  readonly vote: VoteView;
}

function Vote({ vote }: VoteProps) {
  const { t } = useTranslation('meeting');
  const { isModerator, isPresenter, run } = useMeeting();
  const isOpen = vote.closedAt === null;
  return (
    <article className="vote" data-open={isOpen || undefined}>
      <Group gap={6} mb={6}>
        <Badge variant={isOpen ? 'filled' : 'light'} color={isOpen ? 'ink' : 'gray'} tt="none">
          {t(isOpen ? 'vote.isOpen' : 'vote.closed')}
        </Badge>
        {vote.isSecret && (
          <Badge variant="light" color="gray" tt="none">
            {t('vote.isSecret')}
          </Badge>
        )}
      </Group>
      <Text fw={650} mb="xs">
        {vote.question}
      </Text>
      <Stack gap={8}>
        {vote.choices.map((choice, index) => (
          <Choice
            key={choice.id}
            text={choice.text}
            count={vote.counts?.[index]}
            cast={vote.cast}
            isMine={vote.mine === choice.id}
            voters={vote.voters?.[index]}
            onPick={
              isOpen
                ? () =>
                    void run({
                      type: 'castVote',
                      vote: vote.id,
                      choice: vote.mine === choice.id ? null : choice.id,
                    })
                : undefined
            }
          />
        ))}
      </Stack>
      <Text size="xs" c="dimmed" mt="xs">
        {t('vote.cast', { count: vote.cast })}
        {isOpen && ` · ${t('vote.changeable')}`}
      </Text>
      {isOpen && (isModerator || isPresenter) && (
        <Button
          mt="sm"
          size="xs"
          variant="default"
          onClick={() => void run({ type: 'closeVote', vote: vote.id })}
        >
          {t('vote.close')}
        </Button>
      )}
    </article>
  );
}

interface ChoiceProps {
  readonly text: string;
  /** Undefined while it is secret. */
  readonly count: number | undefined;
  readonly cast: number;
  readonly isMine: boolean;
  readonly voters: readonly string[] | undefined;
  readonly onPick: (() => void) | undefined;
}

function Choice({ text, count, cast, isMine, voters, onPick }: ChoiceProps) {
  const { t } = useTranslation('meeting');
  const { meeting } = useMeeting();
  const share = count === undefined || cast === 0 ? 0 : count / cast;
  const names = voters
    ?.map((id) => meeting.people.find((person) => person.id === id)?.name)
    .filter(Boolean);
  const words = (
    <>
      <span className="voteBar" style={{ inlineSize: `${share * 100}%` }} />
      <span className="voteText">
        {text}
        {isMine && (
          <Text component="span" size="xs" c="dimmed">
            {t('vote.mine')}
          </Text>
        )}
      </span>
      {count !== undefined && <span className="voteCount">{t('vote.result', { count })}</span>}
    </>
  );
  return (
    <div>
      {onPick ? (
        <button type="button" className="voteChoice" aria-pressed={isMine} onClick={onPick}>
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
