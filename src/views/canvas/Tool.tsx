import { ActionIcon } from '@mantine/core';
import type { ReactNode } from 'react';
import { Tooltip } from '#ui/Tooltip.tsx';

interface ToolProps {
  readonly label: string;
  readonly isOn?: boolean;
  /** The step of the tour that points at it. */
  readonly tour?: string | undefined;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** A button beside the selection. */
export function Tool({ label, isOn, tour, onClick, children }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        className="canvasTool"
        variant={isOn ? 'light' : 'subtle'}
        color={isOn ? 'ink' : 'gray'}
        aria-label={label}
        data-tour={tour}
        {...(isOn !== undefined && { 'aria-pressed': isOn })}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
