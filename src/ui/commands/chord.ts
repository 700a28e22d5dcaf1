/** The parts of a key press that decide. `key` is `KeyboardEvent.key`; `ctrl` is Cmd too. */
export interface KeyChord {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

export function toChord({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyPress): KeyChord {
  return { key, ctrl: ctrlKey || metaKey, shift: shiftKey, alt: altKey };
}

/** "Ctrl+Shift+C", "Alt+ArrowUp", "d", "+" as a chord. A sign that needs Shift stands alone: "!". */
export function parseChord(text: string): KeyChord {
  const isPlus = text.endsWith('+');
  const parts = (isPlus ? text.slice(0, -1) : text).split('+').filter((part) => part !== '');
  const key = isPlus ? '+' : (parts.pop() ?? '');
  return {
    key,
    ctrl: parts.includes('Ctrl'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
  };
}

/**
 * Whether the pressed chord is the one that a command names. With Ctrl or Alt the case of a letter does
 * not count, nor does Shift with a sign that needs it on some keyboards.
 */
export function isChord(pressed: KeyChord, wanted: KeyChord): boolean {
  if (pressed.ctrl !== wanted.ctrl || pressed.alt !== wanted.alt) return false;
  const isSign = wanted.key.length === 1 && !/[a-z0-9 ]/i.test(wanted.key);
  if (isSign) return pressed.key === wanted.key;
  if (pressed.shift !== wanted.shift) return false;
  const isHeld = wanted.ctrl || wanted.alt;
  return isHeld
    ? pressed.key.toLowerCase() === wanted.key.toLowerCase()
    : pressed.key === wanted.key;
}

const keySigns: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Delete: 'Del',
  Escape: 'Esc',
};

/** The digits whose signs are commands, as the keyboards sold in Indonesia have them. */
const shiftedDigits: Readonly<Record<string, string>> = { '!': '1', '@': '2', ')': '0' };

/** The keys of a chord as they are shown, one by one: ["Ctrl", "Shift", "C"]. */
export function toKeyCaps(chord: string): readonly string[] {
  const { key, ctrl, shift, alt } = parseChord(chord);
  const digit = shiftedDigits[key];
  const name = digit ?? keySigns[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  const isShifted = shift || digit !== undefined;
  return [
    ...(ctrl ? ['Ctrl'] : []),
    ...(alt ? ['Alt'] : []),
    ...(isShifted ? ['Shift'] : []),
    name,
  ];
}

/** What `aria-keyshortcuts` says of a chord: "Control+Shift+C". */
export function toAriaChord(chord: string): string {
  const { key, ctrl, shift, alt } = parseChord(chord);
  return [
    ...(ctrl ? ['Control'] : []),
    ...(alt ? ['Alt'] : []),
    ...(shift ? ['Shift'] : []),
    key,
  ].join('+');
}
