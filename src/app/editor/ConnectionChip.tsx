import { Badge } from '@mantine/core';
import { IconCloudCheck, IconCloudOff, IconCloudUp, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '#session/react/hooks.ts';
import { Tooltip } from '#ui/Tooltip.tsx';
import { type ConnectionKey, toConnectionKey } from './connectionKey.ts';

const looks = {
  saved: { color: 'gray', Icon: IconCloudCheck },
  saving: { color: 'gray', Icon: IconCloudUp },
  connecting: { color: 'gray', Icon: IconRefresh },
  reconnecting: { color: 'yellow', Icon: IconRefresh },
  restarting: { color: 'yellow', Icon: IconRefresh },
  tooMany: { color: 'yellow', Icon: IconRefresh },
  tryLater: { color: 'yellow', Icon: IconCloudOff },
  otherProtocol: { color: 'yellow', Icon: IconCloudOff },
  offline: { color: 'yellow', Icon: IconCloudOff },
} as const satisfies Readonly<Record<ConnectionKey, object>>;

/** Whether my work is on the server; says so aloud when that changes. */
export function ConnectionChip() {
  const { t } = useTranslation('status');
  const key = toConnectionKey(useConnection());
  const { color, Icon } = looks[key];
  return (
    <Tooltip label={t(key)}>
      <Badge
        role="status"
        className="connectionChip"
        data-state={key}
        color={color}
        variant="transparent"
        tt="none"
        fw={500}
        leftSection={<Icon size={15} stroke={1.7} aria-hidden="true" />}
      >
        {t(key)}
      </Badge>
    </Tooltip>
  );
}
