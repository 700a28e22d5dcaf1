import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { SuggestionEdit } from '#core/suggestions/suggestionEntry.ts';
import { useParts } from './suggestionsContext.ts';
import { readDivision } from './useDivision.ts';

/** Writes an entry and answers its id; undefined when it may not be, which is said on the screen. */
export function useEntry(): (edit: SuggestionEdit, isAnonymous?: boolean) => string | undefined {
  const { t } = useTranslation('suggestions');
  const { session } = useParts();
  return (edit, isAnonymous = false) => {
    const result = session.apply(edit, {
      isAnonymous,
      division: isAnonymous ? '' : readDivision().trim(),
    });
    if (result.ok) return result.id;
    notifications.show({ color: 'yellow', message: t(`rejected.${result.rejection.code}`) });
    return undefined;
  };
}
