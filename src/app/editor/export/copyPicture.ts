import type { Picture } from './exportMessages.ts';

/** Whether this page may put pictures on the clipboard: only over https or on this machine. */
export function canCopyPictures(): boolean {
  return 'ClipboardItem' in window && navigator.clipboard !== undefined;
}

/**
 * Puts a picture on the clipboard, as PNG and, where the browser allows, as SVG. No HTML: Word would
 * prefer it and not show a picture that lies inside it. Called in the event of the person's click,
 * while the picture is still on its way, since Safari allows it only then.
 */
export function copyPicture(picture: Promise<Picture>): Promise<void> {
  const png = picture.then((drawn) => toBlob(drawn.png, 'image/png'));
  const svg = picture.then((drawn) => toBlob(drawn.svg, 'image/svg+xml'));
  return navigator.clipboard.write([
    new ClipboardItem({
      'image/png': png,
      ...(ClipboardItem.supports?.('image/svg+xml') && { 'image/svg+xml': svg }),
    }),
  ]);
}

function toBlob(content: Uint8Array | string, type: string): Blob {
  return new Blob([typeof content === 'string' ? content : new Uint8Array(content)], { type });
}
