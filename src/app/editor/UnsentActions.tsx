import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface UnsentActionsProps {
  onDownload(): void;
  onDiscard(): void;
}

/** What somebody can do with edits that the server will not take any more. */
export function UnsentActions({ onDownload, onDiscard }: UnsentActionsProps) {
  const { t } = useTranslation('shell');
  return (
    <Group gap="xs" mt="sm">
      <Button size="xs" onClick={onDownload}>
        {t('editor.unsentDownload')}
      </Button>
      <Button size="xs" variant="default" onClick={onDiscard}>
        {t('editor.unsentDiscard')}
      </Button>
    </Group>
  );
}
