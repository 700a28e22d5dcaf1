import { ActionIcon, Menu } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';

export interface HeadMenuProps {
  readonly label: string;
  /** Key of the cell that it is dragged for. */
  readonly drags: string;
  /** On the desk; `--grip` is how wide and high it is. */
  readonly at: { readonly left: string; readonly top: string };
  /** Its items; those that begin to type in a cell call `onTyping`. */
  readonly children: (onTyping: () => void) => ReactNode;
}

/** A menu at the head of a row or a column, and the grip to drag that by. */
export function HeadMenu({ label, drags, at, children }: HeadMenuProps) {
  const buttonRef = useRef<HTMLButtonElement>(null);
  // What is typed has the keyboard already; the menu must not take it back when it closes.
  const isTyping = useRef(false);
  const close = () => {
    if (!isTyping.current) buttonRef.current?.focus({ preventScroll: true });
    isTyping.current = false;
  };
  return (
    <div className="tableHeadMenu" data-drags={drags} style={at}>
      <Menu position="bottom-start" returnFocus={false} onClose={close}>
        <Menu.Target>
          <ActionIcon ref={buttonRef} variant="default" size={26} aria-label={label}>
            <IconGripVertical size={16} stroke={1.8} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {children(() => {
            isTyping.current = true;
          })}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
