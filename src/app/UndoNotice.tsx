import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';

/** How long what was done can be taken back from its message, in ms. */
const shownMs = 12_000;

/**
 * Says what was done, with a button that takes it back. `onGone` is told once it is too late for that, and
 * after it was taken back.
 */
export function showUndoNotice(text: string, onUndo: () => void, onGone?: () => void): void {
  const id = notifications.show({
    autoClose: shownMs,
    ...(onGone && { onClose: onGone }),
    message: (
      <UndoNotice
        text={text}
        onUndo={() => {
          onUndo();
          notifications.hide(id);
        }}
      />
    ),
  });
}

interface UndoNoticeProps {
  readonly text: string;
  onUndo(): void;
}

function UndoNotice({ text, onUndo }: UndoNoticeProps) {
  const { t } = useTranslation('common');
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{text}</Text>
      <Button size="compact-sm" variant="light" onClick={onUndo}>
        {t('undo')}
      </Button>
    </Group>
  );
}
