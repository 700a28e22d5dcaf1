import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Scene, SceneCell, SceneItem, SceneText } from '#core/export/scene.ts';
import { toFontNeeds } from '#render/fontNeeds.ts';
import { readFonts } from '#render/node/fonts.ts';
import { nodeTools } from '#render/node/nodeTools.ts';
import { renderPdf } from '#render/renderPdf.ts';
import { drawPictures } from '#render/renderTools.ts';

const fonts = readFonts({ family: 'arial' }, 'whole');

const cell: SceneCell = {
  ...{ kind: 'cell', x: 0, y: 0, width: 9, height: 9, strokeWidth: 0.5 },
  ...{ paragraphs: [], align: 'start', valign: 'top', padding: { x: 0, y: 0 } },
};

describe('renderPdf', () => {
  it('writes a page a scene, in its size, with title and language', async () => {
    const { text } = await render([page([]), { ...page([]), width: 300, height: 500 }]);

    expect(text.match(/\/MediaBox \[[^\]]+\]/g)).toEqual([
      '/MediaBox [0 0 200 100]',
      '/MediaBox [0 0 300 500]',
    ]);
    expect(text).toContain('/Lang (id-ID)');
    expect(text).toContain('(Surat Masuk)');
    expect(text).toContain('/DisplayDocTitle true');
  });

  it('embeds the part of the font that it uses', async () => {
    const bytes = await write([page([line('Ketua')])]);

    expect(Buffer.from(bytes).toString('latin1')).toMatch(/\/FontName \/[A-Z]{6}\+Arimo/);
    expect(bytes.length).toBeLessThan(fonts.regular.length / 5);
  });

  it.each([
    ['bookman', 'TeXGyreBonum-Regular'],
    ['times', 'Tinos'],
  ] as const)('embeds %s, and the fallback font where it is needed', async (family, name) => {
    const write = async (text: string) => {
      const scenes = [{ ...page([line(text)]), family }];
      const options = { title: 'x', drawPicture: await drawPictures(scenes, nodeTools) };
      const bytes = await renderPdf(scenes, {
        ...options,
        fonts: readFonts(toFontNeeds(scenes), 'whole'),
      });
      const names = Buffer.from(bytes)
        .toString('latin1')
        .matchAll(/\/FontName \/[A-Z]{6}\+(\S+)/g);
      return [...names].map((match) => match[1]);
    };

    expect(await write('Ketua')).toEqual([name]);
    expect(await write('Ketua ☑ مرحبا 選 😀')).toEqual([name, 'DejaVuSans']);
  });

  it('sets text without kerning, as the layout measured it', async () => {
    const { streams } = await render([page([line('AVATAR Tokyo fi')])]);

    const shown = /\[([^\]]*)\] TJ/.exec(streams)?.[1] ?? 'no text';
    expect(shown.replace(/<[\da-f]+>/g, '').trim()).toBe('0');
  });

  it('keeps a space where a text was wrapped at one, for whoever copies it', async () => {
    const countLetters = async (start?: 'inside-word') => {
      const lines = [line('ab'), { ...line('cd'), y: 30, ...(start && { start }) }];
      const { streams } = await render([page([{ ...cell, paragraphs: [{ text: '', lines }] }])]);
      const shown = [...streams.matchAll(/<([\da-f]+)>[^\]]*\] TJ/g)].map(
        (match) => match[1] ?? '',
      );
      return shown.map((letters) => letters.length / 4);
    };

    expect(await countLetters()).toEqual([3, 2]);
    expect(await countLetters('inside-word')).toEqual([2, 2]);
  });

  it('draws boxes, diamonds, arrows and turned text as vectors', async () => {
    const { streams, text } = await render([
      page([
        { ...cell, fill: 'header' },
        {
          kind: 'shape',
          form: 'diamond',
          x: 20,
          y: 20,
          width: 40,
          height: 20,
          strokeWidth: 1,
          ...{ ref: 'symbol:a', name: 'Langkah 1', description: 'Langkah 1', lines: [] },
        },
        {
          kind: 'shape',
          form: 'capsule',
          x: 70,
          y: 20,
          width: 40,
          height: 20,
          strokeWidth: 1,
          ...{ ref: 'symbol:b', name: 'Langkah 2', description: 'Langkah 2', lines: [] },
        },
        {
          kind: 'polyline',
          points: [
            [5, 5],
            [5, 50],
            [60, 50],
          ],
          strokeWidth: 1,
          head: true,
          ref: 'flow:f',
          description: 'dari langkah 1 ke langkah 2',
        },
        { ...line('DRAF'), color: 'mark', rotate: -30 },
      ]),
    ]);

    expect(streams).toContain('20 30 l');
    expect(streams).toMatch(/ c\n/);
    expect(text).not.toContain('/Subtype /Image');
  });

  it('draws logos, and leaves a broken one blank', async () => {
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1"/></svg>',
    );
    const logo = (href: string): SceneItem => ({
      kind: 'picture',
      x: 0,
      y: 0,
      width: 40,
      height: 40,
      href,
      description: 'Logo',
    });

    const good = await render([
      page([logo(`data:image/svg+xml;base64,${svg.toString('base64')}`)]),
    ]);
    const broken = await render([page([logo('data:image/png;base64,AAAA')])]);

    expect(good.text).toContain('/Subtype /Image');
    expect(broken.text).toContain('%%EOF');
  });

  it('gives the same bytes for the same pages', async () => {
    const scenes = [page([line('Ketua')])];

    const [one, other] = [await write(scenes), await write(scenes)];

    expect(Buffer.compare(one, other)).toBe(0);
  });
});

function page(items: readonly SceneItem[]): Scene {
  return { width: 200, height: 100, items };
}

function line(text: string): SceneText {
  return {
    kind: 'text',
    text,
    x: 10,
    y: 20,
    width: 50,
    size: 8,
    weight: 'regular',
    anchor: 'start',
  };
}

async function write(scenes: readonly Scene[]): Promise<Uint8Array> {
  const drawPicture = await drawPictures(scenes, nodeTools);
  return renderPdf(scenes, { title: 'Surat Masuk', fonts, drawPicture });
}

/** The file as text, and its drawing instructions unpacked. */
async function render(scenes: readonly Scene[]) {
  const bytes = Buffer.from(await write(scenes));
  const text = bytes.toString('latin1');
  const streams: string[] = [];
  for (const match of text.matchAll(/\/Filter \/FlateDecode\n>>\nstream\n/g)) {
    const start = match.index + match[0].length;
    const packed = bytes.subarray(start, bytes.indexOf('\nendstream', start));
    streams.push(inflateSync(packed).toString('latin1'));
  }
  return { text, streams: streams.join('\n') };
}
