import { Alert, Button, Group, Text } from '@mantine/core';
import { IconMessage2 } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '#app/me.ts';
import { useLoad } from '#app/useLoad.ts';
import { toFileName } from '#core/export/fileName.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { discardUnsentSuggestions, readUnsentSuggestions } from '#session/unsentSuggestions.ts';
import { saveFile } from './saveFile.ts';
import { useUnsentText } from './useUnsentText.ts';

export interface UnsentSuggestionsProps {
  readonly procedureId: string;
  /** As far as it is known. */
  readonly procedure: Procedure | undefined;
}

/** Suggestions that stayed on this device when the procedure could not be opened any more, as a file. */
export function UnsentSuggestions({ procedureId, procedure }: UnsentSuggestionsProps) {
  const { t } = useTranslation('suggestions');
  const { me } = useMe();
  const toText = useUnsentText();
  const [unsent] = useLoad(
    useCallback(() => readUnsentSuggestions(me.id, procedureId), [me.id, procedureId]),
  );
  const [isDiscarded, setDiscarded] = useState(false);
  if (unsent.status !== 'ready' || !unsent.value || isDiscarded) return null;
  const { value } = unsent;

  function download(): void {
    const title = procedure?.identity.title ?? '';
    const file = new Blob([toText(value, procedure)], { type: 'text/plain;charset=utf-8' });
    saveFile(file, toFileName(`${title} - ${t('unsent.file')}`, 'txt'));
  }
  function discard(): void {
    setDiscarded(true);
    void discardUnsentSuggestions(me.id, procedureId);
  }

  return (
    <Alert
      className="unsentRest"
      color="yellow"
      icon={<IconMessage2 aria-hidden="true" />}
      title={t('unsent.title')}
    >
      <Text size="sm">{t('unsent.text', { count: value.entries.length })}</Text>
      <Group gap="xs" mt="sm">
        <Button size="xs" onClick={download}>
          {t('unsent.download')}
        </Button>
        <Button size="xs" variant="default" onClick={discard}>
          {t('unsent.discard')}
        </Button>
      </Group>
    </Alert>
  );
}
