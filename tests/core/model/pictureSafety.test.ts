import { describe, expect, it } from 'vitest';
import { isSafePicture } from '#core/model/pictureSafety.ts';

const svgTag = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';

describe('isSafePicture', () => {
  it.each([
    ['a drawing', '<path d="M0 0h9v9z" fill="#900"/>'],
    ['gradients and clips of its own', '<g fill="url(#a)" clip-path="url(&quot;#b&quot;)"/>'],
    ['copies of its own parts', '<defs><path id="a"/></defs><use xlink:href="#a"/>'],
    ['styles', '<style>.a{fill:#900}</style><text class="a">KPU &amp; kita</text>'],
  ])('takes an SVG with %s', (_, content) => {
    expect(isSafePicture(svg(`${svgTag} viewBox="0 0 9 9">${content}</svg>`))).toBe(true);
  });

  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['a script by another name', '<x:script xmlns:x="http://www.w3.org/2000/svg"/>'],
    ['a handler', '<path onclick="alert(1)"/>'],
    ['a handler after a slash', '<path/onload=alert(1)>'],
    ['foreign elements', '<foreignObject><p>hi</p></foreignObject>'],
    ['a picture from elsewhere', '<image href="https://example.org/a.png"/>'],
    ['a file of the server', '<image href="file:///etc/passwd"/>'],
    ['a copy from elsewhere', '<use href="https://example.org/a.svg#b"/>'],
    ['a script as link', '<a xlink:href="javascript:alert(1)"/>'],
    ['a style from elsewhere', '<style>@import "https://example.org/a.css";</style>'],
    ['a fill from elsewhere', '<path fill="url(https://example.org/a.svg#b)"/>'],
    ['hidden letters', '<path style="fill:\\75rl(https://example.org/a)"/>'],
    ['encoded letters', '<path style="fill:u&#114;l(https://example.org/a)"/>'],
    ['an animation of a link', '<set attributeName="href" to="https://example.org"/>'],
    ['copies of copies without end', '<use href="#a"/>'.repeat(40)],
  ])('refuses an SVG with %s', (_, content) => {
    expect(isSafePicture(svg(`${svgTag} viewBox="0 0 9 9">${content}</svg>`))).toBe(false);
  });

  it('refuses an SVG that defines words of its own, or hides in another encoding', () => {
    const drawing = `${svgTag} viewBox="0 0 9 9"/>`;

    expect(isSafePicture(svg(drawing))).toBe(true);
    expect(isSafePicture(svg(`<!DOCTYPE svg [<!ENTITY a "b">]>${drawing}`))).toBe(false);
    expect(isSafePicture(svg(`<?xml version="1.0" encoding="UTF-7"?>${drawing}`))).toBe(false);
    expect(isSafePicture(svg([...drawing].join('\0')))).toBe(false);
    expect(isSafePicture(svg('no picture'))).toBe(false);
  });

  it('refuses a PNG that is none, or that would fill the memory', () => {
    expect(isSafePicture(png(640, 480))).toBe(true);
    expect(isSafePicture(png(60_000, 60_000))).toBe(false);
    expect(isSafePicture(`data:image/png;base64,${btoa('GIF89a, really')}`)).toBe(false);
  });
});

function svg(text: string): string {
  return `data:image/svg+xml;base64,${btoa(text)}`;
}

/** The first block of a PNG of that size. */
function png(width: number, height: number): string {
  const head = [
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52,
  ];
  const size = new DataView(new ArrayBuffer(8));
  size.setUint32(0, width);
  size.setUint32(4, height);
  const bytes = [...head, ...new Uint8Array(size.buffer), 8, 6, 0, 0, 0];
  return `data:image/png;base64,${btoa(String.fromCharCode(...bytes))}`;
}
