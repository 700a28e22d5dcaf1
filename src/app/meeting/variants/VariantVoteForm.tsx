import { Checkbox, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QuestionForm } from '#app/meeting/QuestionForm.tsx';
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

  const toChoices = () => [
    ...chosen.map((choice) => ({ id: newId(Math.random), ...choice })),
    { id: newId(Math.random), text: t('vote.abstain') },
  ];

  return (
    <QuestionForm
      start={t('variant.question', { title: item.title })}
      isOff={!isRight}
      toChoices={toChoices}
      onClose={onClose}
    >
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
    </QuestionForm>
  );
}
