import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SuggestionStatus } from '#core/suggestions/suggestion.ts';

/** Colour and word, each status its own. */
export function StatusBadge({ status }: { readonly status: SuggestionStatus }) {
  const { t } = useTranslation('suggestions');
  return (
    <Badge
      component="span"
      color={statusColors[status]}
      variant="light"
      tt="none"
      size="sm"
      miw="max-content"
    >
      {t(`status.${status}`)}
    </Badge>
  );
}

const statusColors: Readonly<Record<SuggestionStatus, string>> = {
  open: 'orange',
  accepted: 'green',
  rejected: 'red',
  deferred: 'gray',
};
