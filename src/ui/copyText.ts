/**
 * Puts a text on the clipboard, and the same as HTML for programs that keep tables. Works over plain http
 * too, where the newer interface is missing. Says whether the browser let it.
 */
export function copyText(text: string, html?: string): boolean {
  function fill(event: ClipboardEvent): void {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
    if (html !== undefined) event.clipboardData?.setData('text/html', html);
  }
  document.addEventListener('copy', fill, { capture: true, once: true });
  const isCopied = document.execCommand('copy');
  document.removeEventListener('copy', fill, { capture: true });
  return isCopied;
}
