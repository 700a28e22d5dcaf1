import { Menu } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useProcedure } from '#session/react/hooks.ts';
import { toKeyCaps } from '#ui/commands/chord.ts';
import type { Command } from '#ui/commands/command.ts';
import { useCommandName } from '#ui/commands/useCommandName.ts';
import type { CanvasContext } from './canvasCommandContext.ts';
import { useCanvas } from './canvasContext.ts';
import type { CanvasUi, MenuTarget } from './canvasState.ts';
import { commandIcons } from './commandIcons.tsx';
import { listMenu } from './menus.ts';
import type { ToCanvasContext } from './useCanvasContext.ts';

export interface CanvasMenuPanelProps {
  readonly menu: NonNullable<CanvasUi['menu']>;
  readonly toContext: ToCanvasContext;
}

/** The menu at the place that was pressed. */
export function CanvasMenuPanel({ menu, toContext }: CanvasMenuPanelProps) {
  const { t } = useTranslation('canvas');
  const { state } = useCanvas();
  return (
    <Menu
      key={`${menu.x} ${menu.y}`}
      opened
      onClose={() => state.set({ menu: null })}
      position="bottom-start"
      width={280}
      returnFocus={false}
      // Up and down too: near the window's edge a long menu stays in view.
      middlewares={{ shift: { padding: 8, crossAxis: true }, flip: true }}
      classNames={{ dropdown: 'canvasMenu' }}
      // A finger that opened it by resting still sends the mouse events of a click when it is lifted.
      clickOutsideEvents={['pointerdown']}
    >
      <Menu.Target>
        <div style={{ position: 'fixed', left: menu.x, top: menu.y, width: 0, height: 0 }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={t('menuName')}>
        <MenuEntries target={menu.target} toContext={toContext} />
      </Menu.Dropdown>
    </Menu>
  );
}

interface MenuEntriesProps {
  readonly target: MenuTarget;
  readonly toContext: ToCanvasContext;
}

function MenuEntries({ target, toContext }: MenuEntriesProps) {
  // What others do may change what makes sense.
  useProcedure((procedure) => procedure);
  const context = { ...toContext(), ...(target.kind === 'cell' && { cell: target.cell }) };
  return listMenu(target, context).map((group, index) => (
    <Fragment key={group[0]?.id}>
      {index > 0 && <Menu.Divider />}
      {group.map((command) => (
        <MenuEntry key={command.id} command={command} context={context} />
      ))}
    </Fragment>
  ));
}

interface MenuEntryProps {
  readonly command: Command<CanvasContext>;
  readonly context: CanvasContext;
}

function MenuEntry({ command: { id, keys, isDanger, run }, context }: MenuEntryProps) {
  const nameOf = useCommandName();
  const Icon = commandIcons[id];
  return (
    <Menu.Item
      leftSection={Icon && <Icon size={16} stroke={1.7} />}
      rightSection={keys?.[0] && <kbd className="canvasKey">{toKeyCaps(keys[0]).join(' ')}</kbd>}
      color={isDanger ? 'red' : undefined}
      onClick={() => run(context)}
    >
      {nameOf(id)}
    </Menu.Item>
  );
}
