import { describe, expect, it } from 'vitest';
import { limits } from '#core/model/limits.ts';
import { isSafePicture } from '#core/model/pictureSafety.ts';
import { prepareLogo } from '#session/logo/prepareLogo.ts';

const svgTag = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"';

describe('prepareLogo', () => {
  it('makes a PNG that is larger than a page needs smaller', async () => {
    const uri = await prepare(await pngFile(2400, 1200));

    const image = await open(uri);
    expect([image.naturalWidth, image.naturalHeight]).toEqual([640, 320]);
  });

  it('leaves a small PNG as large as it is', async () => {
    const image = await open(await prepare(await pngFile(90, 120)));

    expect([image.naturalWidth, image.naturalHeight]).toEqual([90, 120]);
  });

  it('makes a picture of noise as small as its file must be', async () => {
    const uri = await prepare(await pngFile(1000, 1000, 'noise'));

    expect(uri.length).toBeLessThanOrEqual(limits.maxLogoLength);
    expect((await open(uri)).naturalWidth).toBeGreaterThan(150);
  });

  it('makes a photograph a PNG', async () => {
    const uri = await prepare(await pngFile(300, 200, 'plain', 'image/jpeg'));

    expect(uri).toMatch(/^data:image\/png;/);
  });

  it('keeps an SVG as a drawing, without what drawing programs add', async () => {
    const uri = await prepare(
      svgFile(
        `<?xml version="1.0"?><!-- made by --><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">
        ${svgTag} xmlns:ink="http://www.inkscape.org/namespaces/inkscape" ink:version="1.2">
        <ink:view/><metadata>x</metadata><path ink:label="C:\\logo" d="M0 0h9v9z"/></svg>`,
      ),
    );

    const svg = atob(uri.split(',')[1] ?? '');
    expect(uri).toMatch(/^data:image\/svg\+xml;/);
    expect(svg).toContain('<path');
    expect(svg).not.toMatch(/DOCTYPE|metadata|ink:(?:version|view|label)|<!--/);
  });

  it('gives an SVG without a view box one, so that it can be drawn in any size', async () => {
    const uri = await prepare(
      svgFile(
        '<svg xmlns="http://www.w3.org/2000/svg" width="30mm" height="20mm"><path d="M0 0h9"/></svg>',
      ),
    );

    expect(atob(uri.split(',')[1] ?? '')).toContain('viewBox="0 0 30 20"');
  });

  it('draws an SVG with pictures in it as PNG', async () => {
    const dot = await prepare(await pngFile(8, 8));
    const uri = await prepare(
      svgFile(`${svgTag}><image href="${dot}" width="8" height="8"/></svg>`),
    );

    expect(uri).toMatch(/^data:image\/png;/);
  });

  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['a handler', '<path onload="alert(1)"/>'],
    ['a picture from elsewhere', '<image href="https://example.org/a.png"/>'],
    ['a style from elsewhere', '<style>@import url(https://example.org/a.css)</style>'],
    ['a fill from elsewhere', '<path fill="url(https://example.org/a.svg#b)"/>'],
  ])('refuses an SVG with %s', async (_, content) => {
    const result = await prepareLogo(svgFile(`${svgTag}>${content}</svg>`));

    expect(result).toEqual({ ok: false, problem: 'unsafe' });
  });

  it('takes no foreign elements over', async () => {
    const uri = await prepare(
      svgFile(`${svgTag}><foreignObject><p>hi</p></foreignObject><path d="M0 0h9"/></svg>`),
    );

    expect(atob(uri.split(',')[1] ?? '')).not.toContain('foreignObject');
  });

  it('refuses what is no picture, or a broken one', async () => {
    const file = (text: string, type: string) => new File([text], 'logo', { type });

    expect(await prepareLogo(file('hi', 'text/html'))).toEqual({ ok: false, problem: 'type' });
    for (const broken of [file('GIF89a', 'image/png'), file('<svg', 'image/svg+xml')])
      expect(await prepareLogo(broken)).toEqual({ ok: false, problem: 'unreadable' });
  });
});

async function prepare(file: File): Promise<string> {
  const result = await prepareLogo(file);
  if (!result.ok) throw new Error(result.problem);
  expect(isSafePicture(result.uri)).toBe(true);
  return result.uri;
}

function svgFile(text: string): File {
  return new File([text], 'logo.svg', { type: 'image/svg+xml' });
}

async function pngFile(
  width: number,
  height: number,
  look: 'plain' | 'noise' = 'plain',
  type = 'image/png',
): Promise<File> {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  const pixels = context?.createImageData(width, height);
  let seed = 1;
  if (pixels && context) {
    for (let at = 0; at < pixels.data.length; at += 1) {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      pixels.data[at] = at % 4 === 3 ? 255 : look === 'noise' ? (seed >> 16) & 255 : 120;
    }
    context.putImageData(pixels, 0, 0);
  }
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type));
  if (!blob) throw new Error('No picture');
  return new File([blob], 'logo', { type });
}

async function open(uri: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = uri;
  await image.decode();
  return image;
}
