import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCanvas } from './canvasContext.ts';
import type { CanvasUi, MenuTarget } from './canvasState.ts';
import { useMenuItems } from './useMenuItems.tsx';

export interface CanvasMenuPanelProps {
  readonly menu: NonNullable<CanvasUi['menu']>;
}

/** The menu at the place that was pressed. */
export function CanvasMenuPanel({ menu }: CanvasMenuPanelProps) {
  const { t } = useTranslation('canvas');
  const { state } = useCanvas();
  return (
    <Menu
      key={`${menu.x} ${menu.y}`}
      opened
      onClose={() => state.set({ menu: null })}
      position="bottom-start"
      width={264}
      returnFocus={false}
      // A finger that opened it by resting still sends the mouse events of a click when it is lifted.
      clickOutsideEvents={['pointerdown']}
    >
      <Menu.Target>
        <div style={{ position: 'fixed', left: menu.x, top: menu.y, width: 0, height: 0 }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={t('menuName')}>
        <MenuEntries target={menu.target} />
      </Menu.Dropdown>
    </Menu>
  );
}

function MenuEntries({ target }: { readonly target: MenuTarget }) {
  const { t } = useTranslation('canvas');
  const items = useMenuItems(target);
  return items.map((item, index) =>
    item === 'rule' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a line has nothing else of its own.
      <Menu.Divider key={`rule ${index}`} />
    ) : (
      <Menu.Item
        key={item.label}
        leftSection={item.icon}
        rightSection={item.shortcut && <kbd className="canvasKey">{item.shortcut}</kbd>}
        color={item.isDanger ? 'red' : undefined}
        disabled={item.isDisabled}
        onClick={item.run}
      >
        {t(`menu.${item.label}`)}
      </Menu.Item>
    ),
  );
}
