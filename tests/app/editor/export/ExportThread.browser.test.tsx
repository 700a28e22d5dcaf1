import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ExportFailure, ExportThread } from '#app/editor/export/ExportThread.ts';
import type { Scene } from '#core/export/scene.ts';
import { parseProcedureJson } from '#core/model/parse.ts';
import type { Procedure } from '#core/model/procedure.ts';
import type { ExportedFile } from '#render/exportedFile.ts';
import type { ExportChoice, ExportFormat } from '#render/exportProcedure.ts';

describe('ExportThread', () => {
  const thread = new ExportThread();
  let procedure: Procedure;

  beforeAll(async () => {
    const answer = await fetch('/examples/permohonan-informasi-publik.sop.json');
    const parsed = parseProcedureJson(await answer.text());
    if (!parsed.ok) throw new Error(parsed.problem.message);
    procedure = parsed.procedure;
  });

  afterAll(() => thread.stop());

  async function write(format: ExportFormat, choice: ExportChoice = {}): Promise<ExportedFile> {
    const result = await thread.writeFile({ procedure, format, choice });
    if (!result.ok) throw new Error('no page');
    return result.file;
  }

  it('writes a PDF and tells of each page', async () => {
    const told: (readonly [number, number])[] = [];

    const result = await thread.writeFile({ procedure, format: 'pdf', choice: {} }, (...page) =>
      told.push(page),
    );

    if (!result.ok) throw new Error('no page');
    expect(toText(result.file.bytes.slice(0, 8))).toBe('%PDF-1.7');
    expect(told).toEqual(
      Array.from({ length: result.pageCount }, (_, index) => [index + 1, result.pageCount]),
    );
  });

  it('writes Word files', async () => {
    const { bytes, fileName } = await write('docx');

    const parts = unzipSync(bytes);
    expect(fileName).toBe('SOP Pelayanan Permohonan Informasi Publik.docx');
    expect(toText(parts['word/document.xml'])).toContain('Mutu Baku');
  });

  it('writes Excel files with drawings', async () => {
    const { bytes, fileName } = await write('xlsx');

    const parts = unzipSync(bytes);
    expect(fileName).toBe('SOP Pelayanan Permohonan Informasi Publik.xlsx');
    expect(toText(parts['xl/workbook.xml'])).toContain('<sheet ');
    expect(Object.keys(parts)).toContain('xl/drawings/drawing1.xml');
  });

  it('draws a page as large as asked for, with ink on white', async () => {
    const { bytes } = await write('png', { page: 2, scale: 3 });

    const pixels = await toPixels(bytes);
    expect([pixels.width, pixels.height]).toEqual([2526, 1786]);
    expect(countDark(pixels)).toBeGreaterThan(20_000);
    expect(pixels.data.slice(0, 4)).toEqual(new Uint8ClampedArray([255, 255, 255, 255]));
  });

  it('leaves the sheet away where nothing is to be behind the drawing', async () => {
    const { bytes } = await write('png', { page: 2, scale: 1, transparent: true });

    const pixels = await toPixels(bytes);
    expect(pixels.data[3]).toBe(0);
  });

  it('sets text in its own font, not in one of the machine', async () => {
    const { png } = await thread.drawPicture({ scene: word('MMMMMMMM'), options: { scale: 1 } });

    const pixels = await toPixels(png);
    const right = rightmostDark(pixels);
    // Eight times the advance of Arimo's M, without the bearing of the last one.
    expect(Math.abs(right - (10 + 8 * 0.833 * 40))).toBeLessThan(5);
  });

  it('zips all pages where all are wanted', async () => {
    const { bytes, fileName } = await write('svg', { page: 'all', embedFonts: true });

    const pages = Object.entries(unzipSync(bytes));
    expect(fileName).toBe('SOP Pelayanan Permohonan Informasi Publik.svg.zip');
    expect(pages.length).toBeGreaterThan(1);
    for (const [name, svg] of pages) {
      expect(name).toMatch(/ - halaman \d\.svg$/);
      expect(toText(svg)).toContain('@font-face');
    }
  });

  it('stops when a person wants it to, and goes on with the next file', async () => {
    const stopped = thread.writeFile({ procedure, format: 'pdf', choice: {} });
    thread.stop();

    await expect(stopped).rejects.toThrow(ExportFailure);
    expect((await write('json')).fileName).toMatch(/\.sop\.json$/);
  });
});

function word(text: string): Scene {
  return {
    width: 400,
    height: 60,
    items: [
      {
        ...{ kind: 'text', text, x: 10, y: 45, width: 300 },
        ...{ size: 40, weight: 'regular', anchor: 'start' },
      },
    ],
  };
}

function toText(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes);
}

async function toPixels(png: Uint8Array): Promise<ImageData> {
  const image = await createImageBitmap(new Blob([new Uint8Array(png)], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, image.width, image.height);
}

function countDark({ data }: ImageData): number {
  let count = 0;
  for (let index = 0; index < data.length; index += 4)
    if ((data[index] ?? 255) < 128 && (data[index + 3] ?? 0) > 128) count += 1;
  return count;
}

function rightmostDark({ data, width }: ImageData): number {
  let right = 0;
  for (let index = 0; index < data.length; index += 4)
    if ((data[index] ?? 255) < 128) right = Math.max(right, (index / 4) % width);
  return right;
}
