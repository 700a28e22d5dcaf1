import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingRejectionCode } from '#core/meeting/meetingResult.ts';

/** Says why the server did not do what was asked. */
export function useRefusal(): (code: MeetingRejectionCode) => void {
  const { t } = useTranslation('meeting');
  return useCallback(
    (code) => notifications.show({ message: t(`rejection.${code}`), autoClose: 6000 }),
    [t],
  );
}
