import type { PresentationCommand } from '#core/presentation/presentationCommand.ts';

/** What a key asks for: a command, or something of this window alone. */
export type KeyAction =
  | PresentationCommand
  | { readonly type: 'zoom'; readonly factor: number }
  | { readonly type: 'zoomReset' }
  | { readonly type: 'escape' }
  | { readonly type: 'pointer' }
  | { readonly type: 'fullscreen' }
  | { readonly type: 'notes' }
  | { readonly type: 'help' };

/** How much nearer one press of "+" goes. */
export const zoomStep = 1.25;

const actions: Readonly<Record<string, KeyAction>> = {
  ArrowRight: { type: 'next' },
  ArrowDown: { type: 'next' },
  PageDown: { type: 'next' },
  ' ': { type: 'next' },
  Enter: { type: 'next' },
  ArrowLeft: { type: 'back' },
  ArrowUp: { type: 'back' },
  PageUp: { type: 'back' },
  Backspace: { type: 'back' },
  Home: { type: 'opening' },
  End: { type: 'closing' },
  Escape: { type: 'escape' },
  o: { type: 'toggleMode', mode: 'overview' },
  k: { type: 'toggleMode', mode: 'canvas' },
  t: { type: 'toggleMode', mode: 'table' },
  b: { type: 'toggleScreen', screen: 'black' },
  '.': { type: 'toggleScreen', screen: 'black' },
  w: { type: 'toggleScreen', screen: 'white' },
  ',': { type: 'toggleScreen', screen: 'white' },
  p: { type: 'pointer' },
  s: { type: 'toggleSpotlight' },
  '+': { type: 'zoom', factor: zoomStep },
  '=': { type: 'zoom', factor: zoomStep },
  '-': { type: 'zoom', factor: 1 / zoomStep },
  '0': { type: 'zoomReset' },
  f: { type: 'fullscreen' },
  n: { type: 'notes' },
  '?': { type: 'help' },
};

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** What a press asks for; undefined for keys that are the browser's. */
export function toKeyAction({ key, ctrlKey, metaKey, altKey }: KeyPress): KeyAction | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  if (/^[1-9]$/.test(key)) return { type: 'choose', index: Number(key) - 1 };
  return actions[key.length === 1 ? key.toLowerCase() : key];
}
