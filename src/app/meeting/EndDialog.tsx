import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx';
import { useMeeting } from './meetingContext.ts';

export interface EndDialogProps {
  onClose(): void;
}

/** Asks before the meeting ends, since it does not begin again. */
export function EndDialog({ onClose }: EndDialogProps) {
  const { t } = useTranslation('meeting');
  const { t: tCommon } = useTranslation('common');
  const { meeting, run } = useMeeting();
  const [isBusy, setBusy] = useState(false);
  const isVoting = meeting.votes.some(({ closedAt }) => closedAt === null);
  return (
    <ConfirmDialog
      isOpen
      title={t('room.endTitle')}
      text={isVoting ? `${t('room.endText')} ${t('room.endOpen')}` : t('room.endText')}
      confirmLabel={t('room.end')}
      cancelLabel={tCommon('cancel')}
      isBusy={isBusy}
      onCancel={onClose}
      onConfirm={() => {
        setBusy(true);
        void run({ type: 'end' }).then(onClose);
      }}
    />
  );
}
