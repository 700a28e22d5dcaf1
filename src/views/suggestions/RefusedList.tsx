import { Alert, Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SuggestionEdit } from '#core/suggestions/suggestionEntry.ts';
import { useParts } from './suggestionsContext.ts';

/** What I wrote and the server did not take: it is only on this device. */
export function RefusedList() {
  const { t } = useTranslation('suggestions');
  const { session, view } = useParts();
  return view.refused.map(({ id, entry, code }) => (
    <Alert key={id} color="yellow" title={t('refused')} className="suggestionRefused">
      <p className="suggestionText">{toText(entry.edit)}</p>
      <p>{t(`rejected.${code}`)}</p>
      <Group gap="xs">
        <Button size="compact-sm" variant="default" onClick={() => session.retryRefused(id)}>
          {t('sendAgain')}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          onClick={() => session.dropRefused(id)}
        >
          {t('drop')}
        </Button>
      </Group>
    </Alert>
  ));
}

function toText(edit: SuggestionEdit): string {
  switch (edit.type) {
    case 'add':
    case 'reply':
    case 'reword':
      return edit.text;
    case 'decide':
      return edit.reason;
    case 'allowAnonymous':
      return '';
  }
}
