import { describe, expect, it } from 'vitest';
import { isChord, parseChord, toAriaChord, toKeyCaps } from '#ui/commands/chord.ts';

const plain = { ctrl: false, shift: false, alt: false };

describe('parseChord', () => {
  it('reads keys with and without others held down', () => {
    expect(parseChord('d')).toEqual({ ...plain, key: 'd' });
    expect(parseChord('Ctrl+Shift+C')).toEqual({ ctrl: true, shift: true, alt: false, key: 'C' });
    expect(parseChord('+')).toEqual({ ...plain, key: '+' });
    expect(parseChord('Ctrl++')).toEqual({ ...plain, ctrl: true, key: '+' });
  });
});

describe('isChord', () => {
  it('tells a letter from a capital unless another key is held', () => {
    expect(isChord({ ...plain, key: 'd' }, parseChord('d'))).toBe(true);
    expect(isChord({ ...plain, shift: true, key: 'D' }, parseChord('d'))).toBe(false);
    expect(isChord({ ...plain, ctrl: true, key: 'D' }, parseChord('Ctrl+d'))).toBe(true);
    expect(isChord({ ...plain, ctrl: true, shift: true, key: 'D' }, parseChord('Ctrl+d'))).toBe(
      false,
    );
  });

  it('takes a sign wherever it stands on the keyboard', () => {
    expect(isChord({ ...plain, shift: true, key: '+' }, parseChord('+'))).toBe(true);
    expect(isChord({ ...plain, key: '+' }, parseChord('+'))).toBe(true);
    expect(isChord({ ...plain, alt: true, key: '+' }, parseChord('+'))).toBe(false);
  });
});

describe('the words for a chord', () => {
  it('are short on the screen and whole for a screen reader', () => {
    expect(toKeyCaps('Ctrl+Shift+ArrowUp')).toEqual(['Ctrl', 'Shift', '↑']);
    expect(toKeyCaps('d')).toEqual(['D']);
    expect(toKeyCaps('!')).toEqual(['Shift', '1']);
    expect(toAriaChord('Ctrl+Shift+ArrowUp')).toBe('Control+Shift+ArrowUp');
  });
});
