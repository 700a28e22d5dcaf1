import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { toSvg } from '#core/export/toSvg.ts';
import { measureText } from '#core/layout/text/measureText.ts';
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
    const { regular, bold } = findFonts('arial');

    const drawn = new Resvg(svg, {
      font: { loadSystemFonts: false, fontFiles: [regular, bold] },
    }).getBBox();

    expect(Math.abs((drawn?.width ?? 0) - width)).toBeLessThan(8);
  });
});
