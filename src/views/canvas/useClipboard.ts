import { type RefObject, useEffect } from 'react';
import { useCanEdit } from '#session/react/hooks.ts';
import { useCanvas } from './canvasContext.ts';

/**
 * Copy, cut and paste while the keyboard is on the canvas. The browser's own events carry what is
 * copied, so that it works without https and without asking.
 */
export function useClipboard(ref: RefObject<HTMLElement | null>): void {
  const { commands } = useCanvas();
  const canEdit = useCanEdit();
  useEffect(() => {
    function copy(event: ClipboardEvent): void {
      const copied = isOurs(event, ref.current) ? commands.copy() : undefined;
      if (!copied) return;
      event.preventDefault();
      event.clipboardData?.setData('text/plain', copied.text);
      event.clipboardData?.setData('text/html', copied.html);
      if (event.type === 'cut' && canEdit) commands.removeSelected();
    }
    function paste(event: ClipboardEvent): void {
      if (!canEdit || !event.clipboardData || !isOurs(event, ref.current)) return;
      event.preventDefault();
      const text = event.clipboardData.getData('text/plain');
      const html = event.clipboardData.getData('text/html');
      void commands.paste({ text, html });
    }
    document.addEventListener('copy', copy);
    document.addEventListener('cut', copy);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', copy);
      document.removeEventListener('paste', paste);
    };
  }, [ref, commands, canEdit]);
}

/** A field keeps its own clipboard, and so do words that somebody has marked elsewhere on the page. */
function isOurs(event: ClipboardEvent, root: HTMLElement | null): boolean {
  const { activeElement } = document;
  if (event.defaultPrevented || !root || activeElement?.matches('input, textarea')) return false;
  const isBare = activeElement === document.body && document.getSelection()?.isCollapsed !== false;
  return isBare || root.contains(activeElement);
}
