import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMenuButton } from '#app/useMenuButton.ts';
import { later } from '#ui/later.ts';
import { useFiles } from './export/filesContext.ts';

const ExportPanel = later(() => import('./ExportPanel.tsx').then((file) => file.ExportPanel));
const PictureDialog = later(() => import('./PictureDialog.tsx').then((file) => file.PictureDialog));

/** The files to take home. */
export function ExportMenu() {
  const { t } = useTranslation('files');
  const { isBusy } = useFiles();
  const { buttonProps, opening } = useMenuButton();
  const [isChoosing, setChoosing] = useState(false);
  return (
    <>
      <Button
        {...buttonProps}
        variant="default"
        loading={isBusy}
        leftSection={<IconDownload size={16} aria-hidden="true" />}
        className="editorButton"
        data-tour="download"
        aria-label={t('button')}
      >
        <span className="editorButtonText">{t('button')}</span>
      </Button>
      <Suspense>
        {opening && <ExportPanel {...opening} onPictures={() => setChoosing(true)} />}
        {isChoosing && <PictureDialog onClose={() => setChoosing(false)} />}
      </Suspense>
    </>
  );
}
