import { ActionIcon, Group } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSession, useUndoState } from '#session/react/hooks.ts';
import { Tooltip } from '#ui/Tooltip.tsx';

export function UndoButtons() {
  const { t } = useTranslation('shell');
  const session = useSession();
  const { canUndo, canRedo } = useUndoState();
  return (
    <Group gap={2} wrap="nowrap">
      <Tooltip label={`${t('editor.undo')} (Ctrl+Z)`}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('editor.undo')}
          aria-keyshortcuts="Control+Z"
          disabled={!canUndo}
          onClick={() => session.undo()}
        >
          <IconArrowBackUp size={19} aria-hidden="true" />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={`${t('editor.redo')} (Ctrl+Y)`}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('editor.redo')}
          aria-keyshortcuts="Control+Y"
          disabled={!canRedo}
          onClick={() => session.redo()}
        >
          <IconArrowForwardUp size={19} aria-hidden="true" />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}
