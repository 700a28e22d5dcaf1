import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import type { Scene } from '#core/export/scene.ts';
import { toSvg } from '#core/export/toSvg.ts';
import { measureText } from '#core/layout/text/measureText.ts';
import type { TypeFamily } from '#core/layout/text/widthTable.ts';
import { findFonts } from '#render/node/fonts.ts';
import { renderPng } from '#render/node/renderPng.ts';

describe('renderPng', () => {
  it('refuses a scale that is not positive', () => {
    expect(() => renderPng({ width: 1, height: 1, items: [] }, { scale: 0 })).toThrow(RangeError);
  });

  it('draws text as wide as the layout measured it, without kerning', () => {
    const style = { size: 100, weight: 'bold', family: 'arial' } as const;
    // Letters without side bearings at both ends, so that ink and advance nearly agree.
    const text = 'TAVAVAVAVAT';
    const width = measureText(text, style);
    const svg = toSvg(
      {
        width: 1500,
        height: 200,
        items: [
          { kind: 'text', text, x: 10, y: 150, width, size: 100, weight: 'bold', anchor: 'start' },
        ],
      },
      { transparent: true },
    );
    const { regular, bold } = findFonts({ family: 'arial' }, 'whole');

    const drawn = new Resvg(svg, {
      font: { loadSystemFonts: false, fontFiles: [regular, bold] },
    }).getBBox();

    expect(Math.abs((drawn?.width ?? 0) - width)).toBeLessThan(8);
  });

  it.each(['arial', 'bookman', 'times'] as const)(
    'draws what %s lacks in another font',
    (family) => {
      const draw = (text: string) => toHex(renderPng(toScene(text, family), { scale: 1 }));

      const blank = draw(' ');
      const missing = draw('選');
      expect(missing).toBe(draw('挙'));
      expect(missing === blank).toBe(false);
      for (const text of ['☑', '😀', 'مرحبا', 'שלום', 'Привет'])
        expect([blank, missing]).not.toContain(draw(text));
    },
  );
});

function toScene(text: string, family: TypeFamily): Scene {
  const style = { size: 40, weight: 'regular', family } as const;
  const line = { text, x: 10, y: 60, width: measureText(text, style), anchor: 'start' } as const;
  return {
    ...{ width: 300, height: 80, family },
    items: [{ kind: 'text', ...line, size: 40, weight: 'regular' }],
  };
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
