import { Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowsDiff, IconChartBar } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VoteView } from '#core/meeting/viewMeeting.ts';
import { useMeeting } from './meetingContext.ts';
import { VoteBadges } from './VoteBadges.tsx';
import { VoteChoice } from './VoteChoice.tsx';
import { VoteForm } from './VoteForm.tsx';
import { VariantsPanel } from './variants/VariantsPanel.tsx';
import { useVariantStage } from './variants/variantStage.ts';
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
      <VariantsPanel />
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
  const { meeting, isModerator, isPresenter, run } = useMeeting();
  const { shown, show } = useVariantStage();
  const isOpen = vote.closedAt === null;
  const isShowable =
    vote.item === meeting.live.item &&
    vote.choices.some(({ state }) => state) &&
    !(shown?.of === 'vote' && shown.vote === vote.id);
  return (
    <article className="vote" data-open={isOpen || undefined}>
      <Group gap={6} mb={6}>
        <VoteBadges vote={vote} />
      </Group>
      <Text fw={650} mb="xs">
        {vote.question}
      </Text>
      <Stack gap={8}>
        {vote.choices.map((choice) => (
          <VoteChoice key={choice.id} vote={vote} choice={choice} />
        ))}
      </Stack>
      <Text size="xs" c="dimmed" mt="xs">
        {t('vote.cast', { count: vote.cast })}
        {isOpen && ` · ${t('vote.changeable')}`}
      </Text>
      <Group gap={8} mt="sm">
        {isShowable && (
          <Button
            size="xs"
            variant="light"
            leftSection={<IconArrowsDiff size={14} aria-hidden="true" />}
            onClick={() => show({ of: 'vote', vote: vote.id })}
          >
            {t('variant.show')}
          </Button>
        )}
        {isOpen && (isModerator || isPresenter) && (
          <Button
            size="xs"
            variant="default"
            onClick={() => void run({ type: 'closeVote', vote: vote.id })}
          >
            {t('vote.close')}
          </Button>
        )}
      </Group>
    </article>
  );
}
