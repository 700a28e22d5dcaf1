import { Modal } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VersionSummary } from '#protocol/api.ts';
import { later } from '#ui/later.ts';
import { VersionList } from './VersionList.tsx';

const VersionView = later(() => import('./VersionView.tsx').then((file) => file.VersionView));

export interface VersionsDialogProps {
  onClose(): void;
}

/** The kept states of the open procedure: one can be added, looked at, restored. */
export function VersionsDialog({ onClose }: VersionsDialogProps) {
  const { t } = useTranslation('versions');
  const [viewed, setViewed] = useState<VersionSummary>();
  if (viewed)
    return (
      <Suspense>
        <VersionView version={viewed} onBack={() => setViewed(undefined)} onClose={onClose} />
      </Suspense>
    );
  return (
    <Modal opened onClose={onClose} title={t('title')} size="lg">
      <VersionList onView={setViewed} />
    </Modal>
  );
}
