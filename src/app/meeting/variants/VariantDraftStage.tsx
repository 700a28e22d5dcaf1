import { Button, Center, Group, Loader, Text } from '@mantine/core';
import { IconArrowBackUp, IconRefresh } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type ComparedVariant, VariantComparison } from '#app/compare/VariantComparison.tsx';
import { LoadProblem } from '#app/LoadProblem.tsx';
import { useMeeting } from '#app/meeting/meetingContext.ts';
import type { ProcedureItem } from '#app/meeting/roomParts.ts';
import { useLoad } from '#app/useLoad.ts';
import { loadPresent } from '#app/versions/useVersion.ts';
import type { Variant } from '#core/meeting/meeting.ts';
import './VariantVoteStage.css';

export interface VariantDraftStageProps {
  readonly item: ProcedureItem;
  onBack(): void;
}

/** The SOP and its variants as they are now, for those who may open them. */
export function VariantDraftStage({ item, onBack }: VariantDraftStageProps) {
  const { t } = useTranslation('meeting');
  const { meeting } = useMeeting();
  const { variants } = meeting;
  const present = t('variant.present');
  const [state, reload] = useLoad(
    useCallback(() => loadDrafts(item, variants, present), [item, variants, present]),
  );
  return (
    <section className="variantVote" aria-label={t('variant.compare')}>
      <header className="variantVoteHead">
        <Text component="h2" className="variantVoteQuestion variantVoteWords">
          {t('variant.drafts')}
        </Text>
        <Group gap={8} wrap="nowrap" className="variantVoteTools">
          <Button
            size="sm"
            variant="default"
            leftSection={<IconRefresh size={16} aria-hidden="true" />}
            onClick={reload}
          >
            {t('variant.refresh')}
          </Button>
          <Button
            size="sm"
            variant="default"
            leftSection={<IconArrowBackUp size={16} aria-hidden="true" />}
            aria-label={t('variant.back')}
            className="variantVoteBack"
            onClick={onBack}
          >
            {t('variant.back')}
          </Button>
        </Group>
      </header>
      {state.status === 'loading' && (
        <Center h="100%">
          <Loader aria-label={t('room.connecting')} />
        </Center>
      )}
      {state.status === 'failed' && <LoadProblem problem={state.problem} onRetry={reload} />}
      {state.status === 'ready' && <VariantComparison variants={state.value} />}
    </section>
  );
}

function loadDrafts(
  item: ProcedureItem,
  variants: readonly Variant[],
  present: string,
): Promise<readonly ComparedVariant[]> {
  const there = variants.filter((variant) => variant.item === item.id && !variant.isRemoved);
  const all = [{ letter: 'A', name: present, procedure: item.procedure }, ...there];
  return Promise.all(
    all.map(async ({ letter, name, procedure }) => ({
      key: letter,
      letter,
      label: `${letter} · ${name}`,
      procedure: await loadPresent(procedure),
    })),
  );
}
