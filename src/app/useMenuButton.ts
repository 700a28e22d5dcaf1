import { type RefCallback, useState } from 'react';

/** What a menu needs to know of the button that opens it. */
export interface MenuOpening {
  readonly anchor: HTMLElement;
  readonly isOpen: boolean;
  onClose(): void;
}

export interface MenuButton {
  readonly buttonProps: {
    readonly ref: RefCallback<HTMLButtonElement>;
    readonly 'aria-haspopup': 'menu';
    readonly 'aria-expanded': boolean;
    readonly onClick: () => void;
  };
  /** Undefined until the menu was opened for the first time. */
  readonly opening: MenuOpening | undefined;
}

/** A button that opens a menu whose code comes later than the button. */
export function useMenuButton(): MenuButton {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [state, setState] = useState<'new' | 'open' | 'closed'>('new');
  const isOpen = state === 'open';
  const onClose = () => setState('closed');
  return {
    buttonProps: {
      ref: setAnchor,
      'aria-haspopup': 'menu',
      'aria-expanded': isOpen,
      onClick: () => setState(isOpen ? 'closed' : 'open'),
    },
    opening: anchor && state !== 'new' ? { anchor, isOpen, onClose } : undefined,
  };
}
