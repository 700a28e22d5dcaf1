import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** What a command is called in the person's language, by its id; a group by `group.<area>`. */
export function useCommandName(): (id: string) => string {
  const { t } = useTranslation('commands');
  return useCallback((id) => t(id), [t]);
}
