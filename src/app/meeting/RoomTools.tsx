import { ActionIcon, Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
  IconDots,
  IconFlag,
  IconHandOff,
  IconHandStop,
  IconLink,
  IconListNumbers,
  IconLock,
  IconLockOpen,
  IconPencil,
  IconPresentation,
  IconUsersGroup,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AgendaDialog } from './AgendaDialog.tsx';
import { EndDialog } from './EndDialog.tsx';
import { InviteDialog } from './InviteDialog.tsx';
import { useMeeting } from './meetingContext.ts';

export interface RoomToolsProps {
  readonly isNarrow: boolean;
}

type RoomDialog = 'agenda' | 'end' | 'invite';

interface Tool {
  readonly label: string;
  readonly icon: ReactNode;
  readonly hint?: string;
  readonly isOn?: boolean;
  readonly isGrave?: boolean;
  /** Always behind the menu. */
  readonly isRare?: boolean;
  onClick(): void;
}

/** What this person can do with the meeting now; what does not fit is behind a menu. */
export function RoomTools({ isNarrow }: RoomToolsProps) {
  const { t } = useTranslation('meeting');
  const [dialog, setDialog] = useState<RoomDialog>();
  const tools = useTools(setDialog);
  const open = isNarrow ? [] : tools.filter(({ isRare }) => !isRare);
  const hidden = isNarrow ? tools : tools.filter(({ isRare }) => isRare);
  return (
    <div className="roomTools">
      {open.map((tool) => (
        <Button
          key={tool.label}
          size="sm"
          variant={tool.isOn ? 'filled' : 'default'}
          leftSection={tool.icon}
          data-tooltip={tool.hint}
          aria-pressed={tool.isOn}
          onClick={tool.onClick}
        >
          {tool.label}
        </Button>
      ))}
      {hidden.length > 0 && (
        <Menu position="bottom-end" width={260}>
          <Menu.Target>
            <ActionIcon variant="default" size={36} aria-label={t('room.more')}>
              <IconDots size={18} aria-hidden="true" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {hidden.map((tool) => (
              <Menu.Item
                key={tool.label}
                leftSection={tool.icon}
                onClick={tool.onClick}
                {...(tool.isGrave && { color: 'red' })}
              >
                {tool.label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {dialog === 'agenda' && <AgendaDialog onClose={() => setDialog(undefined)} />}
      {dialog === 'end' && <EndDialog onClose={() => setDialog(undefined)} />}
      {dialog === 'invite' && <InviteDialog onClose={() => setDialog(undefined)} />}
    </div>
  );
}

function useTools(open: (dialog: RoomDialog) => void): readonly Tool[] {
  const { t } = useTranslation('meeting');
  const { meeting, me, isModerator, isPresenter, run } = useMeeting();
  const { live, items } = meeting;
  const procedure = items.find(({ id }) => id === live.item)?.procedure ?? null;
  const hasAsked = live.hands.includes(me.id);

  const gather: Tool = {
    label: t('room.gather'),
    icon: <IconUsersGroup size={16} aria-hidden="true" />,
    onClick: () =>
      void run({ type: 'gather' }).then(
        (isDone) => isDone && notifications.show({ message: t('room.gathered') }),
      ),
  };
  const lead: Tool = {
    label: t(live.isFirm ? 'room.release' : 'room.lead'),
    icon: live.isFirm ? (
      <IconLock size={16} aria-hidden="true" />
    ) : (
      <IconLockOpen size={16} aria-hidden="true" />
    ),
    hint: t('room.leadHint'),
    isOn: live.isFirm,
    onClick: () => void run({ type: 'lead', isFirm: !live.isFirm }),
  };
  const present: Tool = {
    label: t('room.present'),
    icon: <IconPresentation size={16} aria-hidden="true" />,
    onClick: () => void run({ type: 'takeOver' }),
  };
  const ask: Tool = {
    label: t(hasAsked ? 'room.stopAsking' : 'room.ask'),
    icon: hasAsked ? (
      <IconHandOff size={16} aria-hidden="true" />
    ) : (
      <IconHandStop size={16} aria-hidden="true" />
    ),
    onClick: () => void run({ type: hasAsked ? 'stopAsking' : 'askToPresent' }),
  };
  const edit: Tool = {
    label: t('room.edit'),
    icon: <IconPencil size={16} aria-hidden="true" />,
    isRare: true,
    onClick: () => void window.open(`/prosedur/${procedure}`, '_blank', 'noopener'),
  };
  const invite: Tool = {
    label: t('invite.title'),
    icon: <IconLink size={16} aria-hidden="true" />,
    isRare: true,
    onClick: () => open('invite'),
  };
  const agenda: Tool = {
    label: t('room.changeAgenda'),
    icon: <IconListNumbers size={16} aria-hidden="true" />,
    isRare: true,
    onClick: () => open('agenda'),
  };
  const end: Tool = {
    label: t('room.end'),
    icon: <IconFlag size={16} aria-hidden="true" />,
    isRare: true,
    isGrave: true,
    onClick: () => open('end'),
  };
  return [
    ...(isPresenter || isModerator ? [gather] : []),
    ...(isModerator ? [lead] : []),
    ...(isModerator && !isPresenter ? [present] : []),
    ...(!isModerator && !isPresenter ? [ask] : []),
    ...(!me.isGuest && procedure !== null ? [edit] : []),
    ...(isModerator ? [agenda, invite, end] : []),
  ];
}
