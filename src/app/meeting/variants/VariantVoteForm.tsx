import { Button, Checkbox, Group, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMeeting } from '#app/meeting/meetingContext.ts';
import type { ProcedureItem } from '#app/meeting/roomParts.ts';
import { newId } from '#core/edit/newId.ts';
import { meetingLimits, type Variant } from '#core/meeting/meeting.ts';

export interface VariantVoteFormProps {
  readonly item: ProcedureItem;
  readonly variants: readonly Variant[];
  onClose(): void;
}

/** Which of the variants, and the SOP as it is, one votes about; at first as many as there can be. */
export function VariantVoteForm({ item, variants, onClose }: VariantVoteFormProps) {
  const { t } = useTranslation('meeting');
  const { t: tCommon } = useTranslation('common');
  const { run } = useMeeting();
  const [question, setQuestion] = useState<string>(t('variant.question', { title: item.title }));
  const [isSecret, setSecret] = useState(false);
  const offered = [
    { variant: null, text: `A · ${t('variant.present')}` },
    ...variants.map(({ id, letter, name }) => ({ variant: id, text: `${letter} · ${name}` })),
  ];
  const [left, setLeft] = useState<ReadonlySet<string | null>>(
    () => new Set(offered.slice(meetingLimits.maxStates).map(({ variant }) => variant)),
  );
  const chosen = offered.filter(({ variant }) => !left.has(variant));
  const isRight = chosen.length >= 2 && chosen.length <= meetingLimits.maxStates;

  function toggle(variant: string | null): void {
    const next = new Set(left);
    if (!next.delete(variant)) next.add(variant);
    setLeft(next);
  }

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const vote = newId(Math.random);
    const choices = [
      ...chosen.map((choice) => ({ id: newId(Math.random), ...choice })),
      { id: newId(Math.random), text: t('vote.abstain') },
    ];
    if (await run({ type: 'openVote', vote, question, choices, isSecret })) onClose();
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <Textarea
          label={t('vote.question')}
          value={question}
          maxLength={meetingLimits.maxQuestionLength}
          autosize
          minRows={2}
          required
          withAsterisk={false}
          onChange={(event) => setQuestion(event.currentTarget.value)}
        />
        {offered.length > 2 &&
          offered.map(({ variant, text }) => (
            <Checkbox
              key={variant}
              label={text}
              checked={!left.has(variant)}
              onChange={() => toggle(variant)}
            />
          ))}
        {!isRight && (
          <Text size="sm" c="red">
            {t('variant.howMany', { most: meetingLimits.maxStates })}
          </Text>
        )}
        <Checkbox
          label={t('vote.secret')}
          checked={isSecret}
          onChange={(event) => setSecret(event.currentTarget.checked)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {tCommon('cancel')}
          </Button>
          <Button type="submit" disabled={!isRight}>
            {t('vote.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
