/** Gives the keyboard a place to go on from when the part of the page that it was in is gone. */
export function takeLostFocus(element: HTMLElement | null | undefined): void {
  if (document.activeElement === document.body) element?.focus({ preventScroll: true });
}
