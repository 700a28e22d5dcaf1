import { type Locator, userEvent } from 'vitest/browser';

/** Presses on the middle of something and releases at a place of the window. */
export async function drag(
  from: Locator | Element,
  to: { readonly x: number; readonly y: number },
): Promise<void> {
  const { left, top } = document.body.getBoundingClientRect();
  await userEvent.dragAndDrop(from, document.body, {
    targetPosition: { x: to.x - left, y: to.y - top },
    force: true,
  });
}

/** Draws a frame from one place of the window to another. */
export async function frame(
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
): Promise<void> {
  const { left, top } = document.body.getBoundingClientRect();
  await userEvent.dragAndDrop(document.body, document.body, {
    sourcePosition: { x: from.x - left, y: from.y - top },
    targetPosition: { x: to.x - left, y: to.y - top },
    force: true,
  });
}

/** The middle of an element in the window. */
export function middleOf(element: Element): { readonly x: number; readonly y: number } {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
