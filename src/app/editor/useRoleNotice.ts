import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { canEdit } from '#protocol/roles.ts';
import type { Session } from '#session/session.ts';

const id = 'role';

/** Says why the tools have just gone, or come. */
export function useRoleNotice({ role }: Session): void {
  const { t } = useTranslation('shell');
  useEffect(() => {
    let couldEdit = canEdit(role.get());
    return role.subscribe(() => {
      const canEditNow = canEdit(role.get());
      if (canEditNow === couldEdit) return;
      couldEdit = canEditNow;
      const message = t(canEditNow ? 'editor.nowEditor' : 'editor.nowReader');
      notifications.hide(id);
      notifications.show({ id, message, autoClose: 8000 });
    });
  }, [role, t]);
}
