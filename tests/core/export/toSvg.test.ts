import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { toArrow } from '#core/export/outline.ts';
import type { Scene, SceneItem } from '#core/export/scene.ts';
import { toScenes } from '#core/export/toScene.ts';
import { toSvg } from '#core/export/toSvg.ts';
import { layoutDocument } from '#core/layout/layoutDocument.ts';
import { measureText } from '#core/layout/text/measureText.ts';
import type { Settings } from '#core/model/settings.ts';
import { readExamples } from '#tests/support/examples.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

const fontFiles = ['public/fonts/Arimo-Regular.ttf', 'public/fonts/Arimo-Bold.ttf'];

describe('toScenes', () => {
  it.each(readExamples())('ends every arrow of $name on the edge of a shape', ({ procedure }) => {
    const scenes = toScenes(layoutDocument(procedure), procedure);

    for (const { items } of scenes) {
      const shapes = items.filter((item) => item.kind === 'shape');
      for (const item of items) {
        if (item.kind !== 'polyline' || !item.head) continue;
        const [tip] = toArrow(item.points, item.strokeWidth)?.head ?? [];
        if (!tip) throw new Error(`${item.ref} has no head`);
        expect(shapes.some((shape) => liesOnEdge(tip, shape))).toBe(true);
      }
    }
  });

  it('draws a shape for every symbol and a line for every flow', () => {
    const procedure = smallProcedure();

    const refs = toScenes(layoutDocument(procedure), procedure).flatMap(({ items }) =>
      items.flatMap((item) => ('ref' in item ? [item.ref] : [])),
    );

    expect(refs.toSorted()).toEqual([
      ...['flow:f1', 'flow:f2', 'flow:f3', 'flow:f4'],
      ...['symbol:s1', 'symbol:s2', 'symbol:s3', 'symbol:s4'],
    ]);
  });

  it('marks each page as a draft only when the document asks for it', () => {
    const countMarks = (settings: Settings) => {
      const procedure = { ...smallProcedure(), settings };
      const scenes = toScenes(layoutDocument(procedure), procedure);
      return scenes.map(({ items }) => items.filter(isDraftMark).length);
    };

    expect(countMarks({ draftMark: true })).toEqual([1, 1]);
    expect(countMarks({})).toEqual([0, 0]);
  });

  it('draws the logo', () => {
    const logo = 'data:image/png;base64,iVBORw0KGgo=';
    const procedure = smallProcedure();
    const withLogo = { ...procedure, identity: { ...procedure.identity, logo } };

    const [scene] = toScenes(layoutDocument(withLogo), withLogo);

    expect(scene?.items.filter(({ kind }) => kind === 'picture')).toMatchObject([{ href: logo }]);
  });
});

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

  it('embeds fonts on request', () => {
    const fonts = { regular: 'data:font/woff2;base64,AA==', bold: 'data:font/woff2;base64,BB==' };

    const svg = toSvg(sceneOf(textItem('Teks')), { fonts });

    expect(svg).toContain('@font-face{font-family:Arimo;font-weight:400;src:url(data:font/woff2');
    expect(toSvg(sceneOf(textItem('Teks')))).not.toContain('@font-face');
  });

  it('is as large as the page', () => {
    const [scene] = toScenes(layoutDocument(smallProcedure(), { paper: 'f4' }));

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

function isDraftMark(item: SceneItem): boolean {
  return item.kind === 'text' && item.text === 'DRAF';
}

function liesOnEdge(
  [x, y]: readonly [number, number],
  shape: Extract<SceneItem, { kind: 'shape' }>,
): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) < 0.01;
  const [right, bottom] = [shape.x + shape.width, shape.y + shape.height];
  if (x < shape.x - 0.01 || x > right + 0.01 || y < shape.y - 0.01 || y > bottom + 0.01)
    return false;
  return near(x, shape.x) || near(x, right) || near(y, shape.y) || near(y, bottom);
}

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
