import { Avatar, Tooltip } from '@mantine/core';
import { toInitials } from './personColor.ts';

export interface PersonAvatarProps {
  readonly name: string;
  /** CSS colour. */
  readonly color: string;
  /** Shown on hover; default: the name. */
  readonly hint?: string;
  readonly size?: number;
}

export function PersonAvatar({ name, color, hint, size = 30 }: PersonAvatarProps) {
  return (
    <Tooltip label={hint ?? name}>
      <Avatar
        size={size}
        radius="xl"
        role="img"
        aria-label={name}
        styles={{ placeholder: { background: color, color: '#fff', fontSize: size * 0.38 } }}
      >
        {toInitials(name)}
      </Avatar>
    </Tooltip>
  );
}
