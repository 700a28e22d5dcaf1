import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { toArrow } from '#core/export/outline.ts';
import type { Scene, SceneItem } from '#core/export/scene.ts';
import { toScenes } from '#core/export/toScene.ts';
import { toSvg } from '#core/export/toSvg.ts';
import { layoutDocument } from '#core/layout/layoutDocument.ts';
import { measureText } from '#core/layout/text/measureText.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

const fontFiles = ['public/fonts/Arimo-Regular.ttf', 'public/fonts/Arimo-Bold.ttf'];

describe('toSvg', () => {
  it('writes text as text, escaped', () => {
    const svg = toSvg(sceneOf(textItem('A & B <dan> "C"')), { title: 'SOP <1>' });

    expect(svg).toContain('>A &amp; B &lt;dan&gt; &quot;C&quot;</text>');
    expect(svg).toContain('<title>SOP &lt;1&gt;</title>');
  });

  it('sets text as wide as it was measured', () => {
    const text = 'AVATAR TAYO fi Wajib Pilih, VAV';
    const svg = toSvg(sceneOf(textItem(text)), { transparent: true });

    const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Arimo' };
    const box = new Resvg(svg, { font }).innerBBox();

    // Side bearings and whole pixels: the ink is a little narrower or wider than the advance.
    expect(Math.abs((box?.width ?? 0) - widthOf(text))).toBeLessThan(3);
  });

  it('sets what the family lacks in the fallback font, each part at its own place', () => {
    const svg = toSvg(sceneOf(textItem('Tanda ☑ selesai')));

    const spans = [...svg.matchAll(/<tspan x="([\d.]+)"( font-family="'DejaVu Sans'")?/g)];
    expect(spans.map(([, , font]) => font !== undefined)).toEqual([false, true, false]);
    expect(Number(spans[1]?.[1])).toBeCloseTo(20 + widthOf('Tanda '), 1);
    expect(Number(spans[2]?.[1])).toBeCloseTo(20 + widthOf('Tanda ☑'), 1);
  });

  it('embeds fonts on request', () => {
    const fonts = { regular: 'data:font/woff2;base64,AA==', bold: 'data:font/woff2;base64,BB==' };

    const svg = toSvg(sceneOf(textItem('Teks')), { fonts });

    expect(svg).toContain('@font-face{font-family:Arimo;font-weight:400;src:url(data:font/woff2');
    expect(toSvg(sceneOf(textItem('Teks')))).not.toContain('@font-face');
  });

  it('is as large as the page', () => {
    const procedure = smallProcedure();
    const [scene] = toScenes(layoutDocument(procedure, { paper: 'f4' }), procedure);

    expect(scene && toSvg(scene)).toMatch(/^<svg [^>]*width="935.43pt" height="609.45pt"/);
  });
});

describe('toArrow', () => {
  it('puts the tip at the end and lets the shaft stop inside the head', () => {
    const arrow = toArrow(
      [
        [0, 0],
        [0, 30],
      ],
      0.75,
    );

    expect(arrow?.head[0]).toEqual([0, 30]);
    expect(arrow?.head[1][1]).toBeCloseTo(25, 6);
    expect(arrow?.shaft.at(-1)?.[1]).toBeGreaterThan(25);
    expect(arrow?.shaft.at(-1)?.[1]).toBeLessThan(30);
  });
});

function sceneOf(...items: readonly SceneItem[]): Scene {
  return { width: 600, height: 100, items };
}

function textItem(text: string): SceneItem {
  return {
    kind: 'text',
    text,
    x: 20,
    y: 60,
    width: widthOf(text),
    size: 24,
    weight: 'regular',
    anchor: 'start',
  };
}

function widthOf(text: string): number {
  return measureText(text, { size: 24, weight: 'regular', family: 'arial' });
}
