import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { canEdit, canSuggest, type Role } from '#protocol/roles.ts';
import type { Session } from '#session/session.ts';

const id = 'role';

/** Says why the tools have just gone, or come. */
export function useRoleNotice({ role }: Session): void {
  const { t } = useTranslation('shell');
  useEffect(() => {
    let before = toNews(role.get());
    return role.subscribe(() => {
      const news = toNews(role.get());
      if (news === before) return;
      before = news;
      const message = t(`editor.${news}`);
      notifications.hide(id);
      notifications.show({ id, message, autoClose: 8000 });
    });
  }, [role, t]);
}

function toNews(role: Role) {
  if (canEdit(role)) return 'nowEditor';
  return canSuggest(role) ? 'nowCommenter' : 'nowReader';
}
