import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ChangeMeeting } from './ChangeMeeting.tsx';

export interface AgendaDialogProps {
  onClose(): void;
}

/** The agenda while the meeting runs: what was not talked about yet can still change. */
export function AgendaDialog({ onClose }: AgendaDialogProps) {
  const { t } = useTranslation('meeting');
  return (
    <Modal opened onClose={onClose} title={t('room.changeAgenda')} size={1040}>
      <ChangeMeeting onClose={onClose} />
    </Modal>
  );
}
