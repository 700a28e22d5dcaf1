import { ActionIcon } from '@mantine/core';
import { IconMessage2 } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { Tooltip } from '#ui/Tooltip.tsx';
import type { SuggestionsStore } from './suggestionsUi.ts';

interface SuggestionsButtonProps {
  readonly ui: SuggestionsStore;
  readonly label: string;
}

/** Opens the panel; says how many suggestions are open. */
export function SuggestionsButton({ ui, label }: SuggestionsButtonProps) {
  const { isOpen } = useSyncExternalStore(ui.subscribe, ui.get);
  const count = useSyncExternalStore(ui.openCount.subscribe, ui.openCount.get);
  return (
    <Tooltip label={label}>
      <ActionIcon
        className="suggestionsButton"
        variant={isOpen ? 'light' : 'subtle'}
        color={isOpen ? undefined : 'gray'}
        size="lg"
        aria-label={count > 0 ? `${label}: ${count}` : label}
        aria-expanded={isOpen}
        onClick={ui.toggle}
      >
        <IconMessage2 size={19} aria-hidden="true" />
        {count > 0 && (
          <span className="suggestionsCount" aria-hidden="true">
            {count}
          </span>
        )}
      </ActionIcon>
    </Tooltip>
  );
}
