import { ActionIcon, Button, Group } from '@mantine/core';
import { IconHistory, IconPresentation, IconShare3 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { BackLink } from '#app/BackLink.tsx';
import { toPresentPath } from '#app/present/presenters.ts';
import { UserMenu } from '#app/UserMenu.tsx';
import { useCanEdit, useSession } from '#session/react/hooks.ts';
import { Tooltip } from '#ui/Tooltip.tsx';
import { SuggestionsButton } from '#views/suggestions/SuggestionsButton.tsx';
import type { SuggestionsStore } from '#views/suggestions/suggestionsUi.ts';
import { ConnectionChip } from './ConnectionChip.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { Peers } from './Peers.tsx';
import { RoleBadge } from './RoleBadge.tsx';
import { TitleField } from './TitleField.tsx';
import { UndoButtons } from './UndoButtons.tsx';
import { ViewTabs } from './ViewTabs.tsx';
import type { ViewName } from './viewNames.ts';

export interface EditorHeaderProps {
  readonly view: ViewName;
  readonly suggestions: SuggestionsStore;
  onView(view: ViewName): void;
  onVersions(): void;
  /** Without it, it cannot be shared. */
  onShare?(): void;
}

export function EditorHeader({
  view,
  suggestions,
  onView,
  onVersions,
  onShare,
}: EditorHeaderProps) {
  const { t } = useTranslation('shell');
  const { t: tCommon } = useTranslation('common');
  const canEdit = useCanEdit();
  const { procedureId } = useSession();
  return (
    <header className="editorHeader">
      <div className="editorLead">
        <BackLink href="/" label={tCommon('backToList')} />
        <TitleField />
        {canEdit ? <ConnectionChip /> : <RoleBadge />}
      </div>
      <ViewTabs view={view} onChange={onView} />
      <Group className="editorActions" gap="xs" wrap="nowrap">
        {canEdit && <UndoButtons />}
        <Peers view={view} onView={onView} />
        <SuggestionsButton ui={suggestions} label={t('editor.suggestions')} />
        <Tooltip label={t('editor.versions')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('editor.versions')}
            onClick={onVersions}
          >
            <IconHistory size={19} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('editor.present')}>
          <ActionIcon
            component={Link}
            href={toPresentPath(procedureId)}
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('editor.present')}
          >
            <IconPresentation size={19} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
        {onShare && (
          <Button
            leftSection={<IconShare3 size={16} aria-hidden="true" />}
            className="editorButton"
            aria-label={t('share.button')}
            onClick={onShare}
          >
            <span className="editorButtonText">{t('share.button')}</span>
          </Button>
        )}
        <ExportMenu />
        <UserMenu />
      </Group>
    </header>
  );
}
