import { Button } from '@mantine/core';
import { IconCheck, IconFileImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Choice } from '#core/meeting/meeting.ts';
import type { VoteView } from '#core/meeting/viewMeeting.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { useAdoption } from './useAdoption.ts';

export interface AdoptButtonProps {
  readonly vote: VoteView;
  readonly choice: Choice;
  /** The state that was voted about. */
  readonly procedure: Procedure;
  readonly isMost: boolean;
}

/** Takes the state over into the SOP, which keeps what it was before. */
export function AdoptButton({ vote, choice, procedure, isMost }: AdoptButtonProps) {
  const { t } = useTranslation('meeting');
  const { isBusy, adopt } = useAdoption(vote);
  const isAdopted = vote.adopted?.choice === choice.id;
  return (
    <Button
      mt={8}
      fullWidth
      variant={isMost && !vote.adopted ? 'filled' : 'default'}
      disabled={isAdopted}
      loading={isBusy}
      leftSection={
        isAdopted ? (
          <IconCheck size={16} aria-hidden="true" />
        ) : (
          <IconFileImport size={16} aria-hidden="true" />
        )
      }
      aria-label={t(isAdopted ? 'variant.adoptedNamed' : 'variant.adoptNamed', {
        name: choice.text,
      })}
      onClick={() => adopt(choice, procedure)}
    >
      {t(isAdopted ? 'variant.adopted' : 'variant.adopt')}
    </Button>
  );
}
