import { ActionIcon, Button, Checkbox, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '#core/edit/newId.ts';
import { type Choice, meetingLimits } from '#core/meeting/meeting.ts';
import { useMeeting } from './meetingContext.ts';

export interface VoteFormProps {
  onClose(): void;
}

/** A question with the usual answers, which can be changed. */
export function VoteForm({ onClose }: VoteFormProps) {
  const { t } = useTranslation('meeting');
  const { t: tCommon } = useTranslation('common');
  const { run } = useMeeting();
  const [question, setQuestion] = useState('');
  const [isSecret, setSecret] = useState(false);
  const [choices, setChoices] = useState<readonly Choice[]>(() =>
    [t('vote.yes'), t('vote.no'), t('vote.abstain')].map(toChoice),
  );
  const change = (id: string, text: string) =>
    setChoices(choices.map((choice) => (choice.id === id ? { id, text } : choice)));

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const vote = newId(Math.random);
    const filled = choices.map(({ id, text }) => ({ id, text: text.trim() }));
    if (await run({ type: 'openVote', vote, question, choices: filled, isSecret })) onClose();
  }

  return (
    <form onSubmit={(event) => void submit(event)} className="vote">
      <Stack gap="sm">
        <Textarea
          label={t('vote.question')}
          placeholder={t('vote.questionPlaceholder')}
          value={question}
          maxLength={meetingLimits.maxQuestionLength}
          autosize
          minRows={2}
          required
          withAsterisk={false}
          onChange={(event) => setQuestion(event.currentTarget.value)}
        />
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
        <Checkbox
          label={t('vote.secret')}
          checked={isSecret}
          onChange={(event) => setSecret(event.currentTarget.checked)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {tCommon('cancel')}
          </Button>
          <Button type="submit">{t('vote.submit')}</Button>
        </Group>
      </Stack>
    </form>
  );
}

function toChoice(text: string): Choice {
  return { id: newId(Math.random), text };
}
