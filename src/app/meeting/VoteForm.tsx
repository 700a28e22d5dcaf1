import { ActionIcon, Button, Group, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '#core/edit/newId.ts';
import { type Choice, meetingLimits } from '#core/meeting/meeting.ts';
import { QuestionForm } from './QuestionForm.tsx';

export interface VoteFormProps {
  onClose(): void;
}

/** A question with the usual answers, which can be changed. */
export function VoteForm({ onClose }: VoteFormProps) {
  const { t } = useTranslation('meeting');
  const [choices, setChoices] = useState<readonly Choice[]>(() =>
    [t('vote.yes'), t('vote.no'), t('vote.abstain')].map(toChoice),
  );
  const change = (id: string, text: string) =>
    setChoices(choices.map((choice) => (choice.id === id ? { id, text } : choice)));

  return (
    <QuestionForm
      start=""
      className="vote"
      toChoices={() => choices.map(({ id, text }) => ({ id, text: text.trim() }))}
      onClose={onClose}
    >
      {choices.map(({ id, text }, index) => (
        <Group key={id} gap={4} wrap="nowrap">
          <TextInput
            flex={1}
            aria-label={t('vote.choice', { number: index + 1 })}
            value={text}
            maxLength={meetingLimits.maxTitleLength}
            required
            onChange={(event) => change(id, event.currentTarget.value)}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            disabled={choices.length <= meetingLimits.minChoices}
            aria-label={t('vote.removeChoice', { number: index + 1 })}
            onClick={() => setChoices(choices.filter((choice) => choice.id !== id))}
          >
            <IconX size={16} aria-hidden="true" />
          </ActionIcon>
        </Group>
      ))}
      <Group>
        <Button
          variant="subtle"
          size="xs"
          disabled={choices.length >= meetingLimits.maxChoices}
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => setChoices([...choices, toChoice('')])}
        >
          {t('vote.addChoice')}
        </Button>
      </Group>
    </QuestionForm>
  );
}

function toChoice(text: string): Choice {
  return { id: newId(Math.random), text };
}
