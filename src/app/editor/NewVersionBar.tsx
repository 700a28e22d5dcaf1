import { Button, CloseButton, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#session/react/hooks.ts';

/** Offers the newer page. Nobody is forced: what is unsent is on this device before the page goes. */
export function NewVersionBar() {
  const { t } = useTranslation('shell');
  const { t: tCommon } = useTranslation('common');
  const session = useSession();
  const [isPutOff, setPutOff] = useState(false);
  if (isPutOff) return null;

  async function reload(): Promise<void> {
    await session.prepareReload();
    location.reload();
  }

  return (
    <div className="newVersionBar" role="status">
      <Text size="sm">{t('editor.newVersion')}</Text>
      <Button size="compact-sm" variant="light" miw="max-content" onClick={() => void reload()}>
        {tCommon('reload')}
      </Button>
      <CloseButton
        size="sm"
        aria-label={t('editor.newVersionLater')}
        onClick={() => setPutOff(true)}
      />
    </div>
  );
}
