import { ActionIcon, Button, Center, Loader, Modal, Text } from '@mantine/core';
import { IconChevronLeft, IconRestore } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '#app/i18n/format.ts';
import { toLanguage } from '#app/i18n/i18n.ts';
import { LoadProblem } from '#app/LoadProblem.tsx';
import type { VersionSummary } from '#protocol/api.ts';
import { SessionContext, useCanEdit, useSession } from '#session/react/hooks.ts';
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx';
import { Table } from '#views/table/Table.tsx';
import { useIsSaved } from './useIsSaved.ts';
import { useRestore } from './useRestore.ts';
import { type OpenVersion, useVersion } from './useVersion.ts';
import './VersionView.css';

export interface VersionViewProps {
  readonly version: VersionSummary;
  onBack(): void;
  onClose(): void;
}

/** One version as its pages, over the whole window; nothing in it can be changed. */
export function VersionView({ version, onBack, onClose }: VersionViewProps) {
  const { t, i18n } = useTranslation('versions');
  const { t: tCommon } = useTranslation('common');
  const { procedureId } = useSession();
  const [state, reload] = useVersion(procedureId, version.id);
  const name = version.name || t('unnamed');
  const date = formatDateTime(version.createdAt, toLanguage(i18n.resolvedLanguage));
  return (
    <Modal.Root opened onClose={onClose} fullScreen>
      <Modal.Content className="versionView" aria-label={name}>
        <header className="versionHeader">
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('back')}
            onClick={onBack}
            data-autofocus
          >
            <IconChevronLeft size={20} aria-hidden="true" />
          </ActionIcon>
          <div className="versionName">
            <Text fw={600} truncate title={name}>
              {name}
            </Text>
            <Text size="xs" c="dimmed" truncate>
              {t('by', { date, name: version.createdBy })}
            </Text>
          </div>
          {state.status === 'ready' && (
            <RestoreButton name={name} version={state.value} onRestored={onClose} />
          )}
          <Modal.CloseButton aria-label={tCommon('close')} />
        </header>
        <div className="versionPages">
          {state.status === 'loading' && (
            <Center h="100%">
              <Loader aria-label={tCommon('loading')} />
            </Center>
          )}
          {state.status === 'failed' && <LoadProblem problem={state.problem} onRetry={reload} />}
          {state.status === 'ready' && (
            <SessionContext value={state.value.session}>
              <Table />
            </SessionContext>
          )}
        </div>
      </Modal.Content>
    </Modal.Root>
  );
}

interface RestoreButtonProps {
  readonly name: string;
  readonly version: OpenVersion;
  onRestored(): void;
}

function RestoreButton({ name, version, onRestored }: RestoreButtonProps) {
  const { t } = useTranslation('versions');
  const { t: tCommon } = useTranslation('common');
  const canEdit = useCanEdit();
  const isSaved = useIsSaved();
  const [isAsking, setAsking] = useState(false);
  const { isBusy, restore } = useRestore(onRestored);
  if (!canEdit) return null;
  return (
    <>
      <Button
        leftSection={<IconRestore size={16} aria-hidden="true" />}
        disabled={!isSaved}
        title={isSaved ? undefined : t('waiting')}
        miw="max-content"
        onClick={() => setAsking(true)}
      >
        {t('restore')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('restoreTitle')}
        text={t('restoreText', { name })}
        confirmLabel={t('restoreConfirm')}
        cancelLabel={tCommon('cancel')}
        isBusy={isBusy}
        onConfirm={() => restore(name, version.procedure)}
        onCancel={() => setAsking(false)}
      />
    </>
  );
}
