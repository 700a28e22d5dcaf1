import { Menu, type MenuProps } from '@mantine/core';
import { type RefCallback, useEffect, useLayoutEffect, useState } from 'react';

export interface AnchoredMenuProps {
  /** The button that opens it, which stands elsewhere. */
  readonly anchor: HTMLElement;
  readonly label: string;
  readonly isOpen: boolean;
  readonly width: number;
  readonly children: MenuProps['children'];
  onClose(): void;
}

/** A menu below a button that was there before the menu's code was. */
export function AnchoredMenu({ anchor, label, isOpen, onClose, ...props }: AnchoredMenuProps) {
  // It opens after it was there, or it would not know where the keyboard came from.
  const [isThere, setThere] = useState(false);
  useEffect(() => setThere(true), []);
  return (
    <Menu opened={isOpen && isThere} onClose={onClose} position="bottom-end" width={props.width}>
      <Menu.Target refProp="anchorRef">
        <Anchor element={anchor} />
      </Menu.Target>
      <Menu.Dropdown aria-label={label} aria-labelledby={undefined}>
        {props.children}
      </Menu.Dropdown>
    </Menu>
  );
}

interface AnchorProps {
  readonly element: HTMLElement;
  readonly anchorRef?: RefCallback<HTMLElement>;
}

/** Stands for an element that is drawn already. */
function Anchor({ element, anchorRef }: AnchorProps) {
  useLayoutEffect(() => {
    anchorRef?.(element);
    return () => void anchorRef?.(null);
  }, [element, anchorRef]);
  return null;
}
