import { NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#app/api.ts';
import { FormEnd } from '#app/meeting/FormEnd.tsx';
import { meetingApi } from '#app/meeting/meetingApi.ts';
import { useMeeting } from '#app/meeting/meetingContext.ts';
import type { ProcedureItem } from '#app/meeting/roomParts.ts';
import { useRefusal } from '#app/meeting/useRefusal.ts';
import { useAction } from '#app/useAction.ts';
import { useLoad } from '#app/useLoad.ts';
import { meetingLimits } from '#core/meeting/meeting.ts';
import type { NewVariantBody } from '#protocol/meeting.ts';

export interface VariantFormProps {
  readonly item: ProcedureItem;
  onClose(): void;
}

interface Start {
  readonly key: string;
  readonly label: string;
  readonly from: NewVariantBody['from'];
}

/** Copies the SOP: as it is now, one of its versions, or with what a suggestion proposes. */
export function VariantForm({ item, onClose }: VariantFormProps) {
  const { t } = useTranslation('meeting');
  const { meeting } = useMeeting();
  const { isBusy, run } = useAction();
  const refuse = useRefusal();
  const starts = useStarts(item.procedure);
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState('present');

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const from = starts.find(({ key }) => key === chosen)?.from ?? { of: 'present' };
    void run(async () => {
      const answer = await meetingApi.addVariant(meeting.id, { name: name.trim(), from });
      if (answer.ok) onClose();
      else refuse(answer.rejection.code);
    });
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          label={t('variant.name')}
          placeholder={t('variant.namePlaceholder')}
          value={name}
          maxLength={meetingLimits.maxNameLength}
          required
          withAsterisk={false}
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {starts.length > 1 && (
          <NativeSelect
            label={t('variant.start')}
            value={chosen}
            data={starts.map(({ key, label }) => ({ value: key, label }))}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
        )}
        <Text size="xs" c="dimmed">
          {t('variant.makeHint')}
        </Text>
        <FormEnd label={t('variant.make')} isBusy={isBusy} onCancel={onClose} />
      </Stack>
    </form>
  );
}

/** What a copy can begin with; who has no role in the SOP is offered its present state alone. */
function useStarts(procedureId: string): readonly Start[] {
  const { t } = useTranslation('meeting');
  const { t: tVersions } = useTranslation('versions');
  const [versions] = useLoad(useCallback(() => api.versions(procedureId), [procedureId]));
  const [suggestions] = useLoad(
    useCallback(() => meetingApi.proposals(procedureId), [procedureId]),
  );
  return [
    { key: 'present', label: t('variant.present'), from: { of: 'present' } },
    ...(suggestions.status === 'ready' ? suggestions.value : []).map(
      ({ id, number, text }): Start => ({
        key: `suggestion:${id}`,
        label: t('variant.fromSuggestion', { number, text: text.slice(0, 60) }),
        from: { of: 'suggestion', suggestion: id },
      }),
    ),
    ...(versions.status === 'ready' ? versions.value : []).map(
      ({ id, name }): Start => ({
        key: `version:${id}`,
        label: t('variant.fromVersion', { name: name || tVersions('unnamed') }),
        from: { of: 'version', version: id },
      }),
    ),
  ];
}
