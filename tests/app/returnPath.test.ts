import { describe, expect, it } from 'vitest';
import { toReturnPath, toSignInPath } from '#app/returnPath.ts';

describe('toSignInPath', () => {
  it('remembers the page and its view', () => {
    const path = toSignInPath('/prosedur/p1', 'tampilan=tabel');

    expect(toReturnPath(path.slice('/masuk?'.length))).toBe('/prosedur/p1?tampilan=tabel');
  });

  it('stays short for the list', () => {
    expect(toSignInPath('/', '')).toBe('/masuk');
  });
});

describe('toReturnPath', () => {
  it.each([
    'https://jahat.example/',
    '//jahat.example/',
    '/\\jahat.example',
    'javascript:alert(1)',
  ])('never leads to another site: %s', (target) => {
    expect(toReturnPath(`kembali=${encodeURIComponent(target)}`)).toBe('/');
  });
});
