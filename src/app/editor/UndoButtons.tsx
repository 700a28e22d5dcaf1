import { ActionIcon, Group } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useSession, useUndoState } from '#session/react/hooks.ts';
import { Tooltip } from '#ui/Tooltip.tsx';
import { useHistoryText } from './useHistoryText.ts';

export function UndoButtons() {
  const session = useSession();
  const { canUndo, canRedo } = useUndoState();
  const texts = useHistoryText();
  return (
    <Group gap={2} wrap="nowrap">
      <HistoryButton label={texts.undo} keys="Ctrl+Z" isOn={canUndo} onClick={() => session.undo()}>
        <IconArrowBackUp size={19} aria-hidden="true" />
      </HistoryButton>
      <HistoryButton label={texts.redo} keys="Ctrl+Y" isOn={canRedo} onClick={() => session.redo()}>
        <IconArrowForwardUp size={19} aria-hidden="true" />
      </HistoryButton>
    </Group>
  );
}

interface HistoryButtonProps {
  readonly label: string;
  readonly keys: string;
  readonly isOn: boolean;
  readonly children: ReactNode;
  onClick(): void;
}

function HistoryButton({ label, keys, isOn, children, onClick }: HistoryButtonProps) {
  return (
    <Tooltip label={`${label} (${keys})`}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={label}
        aria-keyshortcuts={keys.replace('Ctrl', 'Control')}
        disabled={!isOn}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
