import { ActionIcon } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { Link } from 'wouter';
import { Tooltip } from '#ui/Tooltip.tsx';

export interface BackLinkProps {
  readonly href: string;
  readonly label: string;
}

/** The way back, at the head of a page that fills the window. */
export function BackLink({ href, label }: BackLinkProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        component={Link}
        href={href}
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={label}
      >
        <IconChevronLeft size={20} aria-hidden="true" />
      </ActionIcon>
    </Tooltip>
  );
}
