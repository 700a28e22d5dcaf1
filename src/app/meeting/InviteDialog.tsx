import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { InvitePanel } from './InvitePanel.tsx';
import { useMeeting } from './meetingContext.ts';

export interface InviteDialogProps {
  onClose(): void;
}

/** The links while the meeting runs, for whoever comes late. */
export function InviteDialog({ onClose }: InviteDialogProps) {
  const { t } = useTranslation('meeting');
  const { meeting } = useMeeting();
  return (
    <Modal opened onClose={onClose} title={t('invite.title')} size="lg">
      <InvitePanel meetingId={meeting.id} />
    </Modal>
  );
}
