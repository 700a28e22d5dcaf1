import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ComparedVariant, VariantComparison } from '#app/compare/VariantComparison.tsx';
import { LoadProblem } from '#app/LoadProblem.tsx';
import { useMeeting } from '#app/meeting/meetingContext.ts';
import { Opening } from '#app/meeting/Opening.tsx';
import type { ProcedureItem } from '#app/meeting/roomParts.ts';
import { useLoad } from '#app/useLoad.ts';
import { loadPresent } from '#app/versions/useVersion.ts';
import type { Variant } from '#core/meeting/meeting.ts';
import { listVariants } from '#core/meeting/variants.ts';
import { StageHead } from './StageHead.tsx';
import './VariantVoteStage.css';

export interface VariantDraftStageProps {
  readonly item: ProcedureItem;
  onBack(): void;
}

/** The SOP and its variants as they are now, for those who may open them. */
export function VariantDraftStage({ item, onBack }: VariantDraftStageProps) {
  const { t } = useTranslation('meeting');
  const { meeting } = useMeeting();
  const present = t('variant.present');
  const drafts = useUnchanged([
    { letter: 'A', name: present, procedure: item.procedure },
    ...listVariants(meeting, item.id),
  ]);
  const [state, reload] = useLoad(useCallback(() => loadDrafts(drafts), [drafts]));
  return (
    <section className="variantVote" aria-label={t('variant.compare')}>
      <StageHead
        title={t('variant.drafts')}
        backLabel={t('variant.back')}
        onBack={onBack}
        tools={
          <Button
            size="sm"
            variant="default"
            leftSection={<IconRefresh size={16} aria-hidden="true" />}
            onClick={reload}
          >
            {t('variant.refresh')}
          </Button>
        }
      />
      {state.status === 'loading' && <Opening />}
      {state.status === 'failed' && <LoadProblem problem={state.problem} onRetry={reload} />}
      {state.status === 'ready' && <VariantComparison variants={state.value} />}
    </section>
  );
}

type Draft = Pick<Variant, 'letter' | 'name' | 'procedure'>;

/** The same list for as long as it says the same: the meeting is told anew with each ballot and each hand. */
function useUnchanged(drafts: readonly Draft[]): readonly Draft[] {
  const [kept, setKept] = useState(drafts);
  const isSame = JSON.stringify(drafts) === JSON.stringify(kept);
  if (!isSame) setKept(drafts);
  return isSame ? kept : drafts;
}

function loadDrafts(drafts: readonly Draft[]): Promise<readonly ComparedVariant[]> {
  return Promise.all(
    drafts.map(async ({ letter, name, procedure }) => ({
      key: letter,
      letter,
      label: `${letter} · ${name}`,
      procedure: await loadPresent(procedure),
    })),
  );
}
