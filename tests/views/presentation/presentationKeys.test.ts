import { describe, expect, it } from 'vitest';
import { toKeyAction } from '#views/presentation/presentationKeys.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false };

describe('toKeyAction', () => {
  it.each([
    ['PageDown', { type: 'next' }],
    [' ', { type: 'next' }],
    ['PageUp', { type: 'back' }],
    ['Home', { type: 'opening' }],
    ['End', { type: 'closing' }],
    ['2', { type: 'choose', index: 1 }],
    ['O', { type: 'toggleMode', mode: 'overview' }],
    ['.', { type: 'toggleScreen', screen: 'black' }],
    ['w', { type: 'toggleScreen', screen: 'white' }],
    ['?', { type: 'help' }],
    ['0', { type: 'zoomReset' }],
    ['x', undefined],
    ['F5', undefined],
  ])('reads %s', (key, action) => {
    expect(toKeyAction({ ...plain, key })).toEqual(action);
  });

  it('leaves the browser its own chords', () => {
    expect(toKeyAction({ ...plain, key: 'f', ctrlKey: true })).toBeUndefined();
    expect(toKeyAction({ ...plain, key: 'ArrowLeft', altKey: true })).toBeUndefined();
  });
});
