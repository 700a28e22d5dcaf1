import { Checkbox, Stack, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '#core/edit/newId.ts';
import { meetingLimits } from '#core/meeting/meeting.ts';
import type { MeetingCommand } from '#core/meeting/meetingCommand.ts';
import { FormEnd } from './FormEnd.tsx';
import { useMeeting } from './meetingContext.ts';

type Choices = Extract<MeetingCommand, { type: 'openVote' }>['choices'];

export interface QuestionFormProps {
  /** What is asked at first. */
  readonly start: string;
  readonly className?: string;
  /** The vote cannot be opened yet. */
  readonly isOff?: boolean;
  /** The fields for what one can choose. */
  readonly children: ReactNode;
  /** What one can choose, when the vote is opened. */
  toChoices(): Choices;
  onClose(): void;
}

/** Opens a vote: the question, what one can choose, and whether it is secret. */
export function QuestionForm({
  start,
  className,
  isOff = false,
  children,
  toChoices,
  onClose,
}: QuestionFormProps) {
  const { t } = useTranslation('meeting');
  const { run } = useMeeting();
  const [question, setQuestion] = useState(start);
  const [isSecret, setSecret] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const vote = newId(Math.random);
    if (await run({ type: 'openVote', vote, question, choices: toChoices(), isSecret })) onClose();
  }

  return (
    <form onSubmit={(event) => void submit(event)} className={className}>
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
        {children}
        <Checkbox
          label={t('vote.secret')}
          checked={isSecret}
          onChange={(event) => setSecret(event.currentTarget.checked)}
        />
        <FormEnd label={t('vote.submit')} isOff={isOff} onCancel={onClose} />
      </Stack>
    </form>
  );
}
