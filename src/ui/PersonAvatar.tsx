import { Avatar } from '@mantine/core';
import { toInitials } from './personColor.ts';

export interface PersonAvatarProps {
  readonly name: string;
  /** CSS colour. */
  readonly color: string;
  /** Shows the name on hover, where it stands nowhere else. */
  readonly hasTooltip?: boolean;
  readonly size?: number;
}

export function PersonAvatar({ name, color, hasTooltip = false, size = 30 }: PersonAvatarProps) {
  return (
    <Avatar
      data-tooltip={hasTooltip ? name : undefined}
      size={size}
      radius="xl"
      role="img"
      aria-label={name}
      styles={{ placeholder: { background: color, color: '#fff', fontSize: size * 0.38 } }}
    >
      {toInitials(name)}
    </Avatar>
  );
}
