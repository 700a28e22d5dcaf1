import { Notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';

/** Where short messages appear. */
export function Notices() {
  const { t } = useTranslation('common');
  return (
    <Notifications position="bottom-left" limit={4} role="group" aria-label={t('notifications')} />
  );
}
