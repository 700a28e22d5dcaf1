import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import type { Procedure } from '#core/model/procedure.ts';
import { exportProcedure } from '#render/exportProcedure.ts';
import { nodeTools } from '#render/node/nodeTools.ts';
import { toSrgbProfile } from '#render/pdf/srgbProfile.ts';
import { readExample, readExamples } from '#tests/support/examples.ts';
import { hasQpdf } from '#tests/support/qpdf.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

const samples = [...readExamples(), { name: 'with-logo', procedure: withLogo() }];

describe('a PDF for the archive', () => {
  it('names its standards in metadata, and explains the words that PDF/A does not know', async () => {
    const metadata = readMetadata(await write(smallProcedure()));

    expect(XMLValidator.validate(metadata)).toBe(true);
    expect(metadata).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(metadata).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(metadata).toContain('<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>');
  });

  it.each(samples)('has in $name nothing that an archive refuses', async ({ procedure }) => {
    const file = await write(procedure);

    expect(file).toMatch(/^%PDF-1\.7\n%[\x80-\xff]{4}/);
    expect(file).toContain('/MarkInfo');
    expect(file).toContain('/Lang (id-ID)');
    expect(file).not.toMatch(
      /\/(?:Encrypt|JavaScript|JS|AA|OpenAction|Launch|LZWDecode|EmbeddedFiles|OCProperties|DeviceCMYK|Interpolate true)\b/,
    );
    // Pale colours, where others would let something shine through.
    expect(
      [...file.matchAll(/\/(?:ca|CA) ([\d.]+)/g)].filter(([, share]) => share !== '1'),
    ).toEqual([]);
  });

  it.each(samples)(
    'embeds every font of $name, with the letters that its signs are',
    async (sample) => {
      const file = await write(sample.procedure);

      const count = (pattern: RegExp) => file.match(pattern)?.length ?? 0;
      const fonts = count(/\/Type \/FontDescriptor\b/g);
      expect(fonts).toBeGreaterThan(0);
      expect(count(/\/FontFile[23] /g)).toBe(fonts);
      expect(count(/\/ToUnicode /g)).toBe(fonts);
      expect(file).not.toMatch(/\/Subtype \/Type1\b/);
    },
  );

  it('says what its colours mean', async () => {
    const file = await write(smallProcedure());

    expect(file).toMatch(/\/OutputIntents \[<<\s*\/Type \/OutputIntent\s*\/S \/GTS_PDFA1/);
    expect(file).toMatch(/\/DestOutputProfile \d+ 0 R/);
  });

  it('is no more than it was, unless it is asked for', async () => {
    const result = await exportProcedure(smallProcedure(), 'pdf', nodeTools);

    const file = result.ok ? Buffer.from(result.file.bytes).toString('latin1') : '';
    expect(file).toContain('pdfuaid');
    expect(file).not.toMatch(/pdfaid|OutputIntent/);
  });

  it.skipIf(!hasQpdf)('is sound to qpdf', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'alur-pdf-'));
    const path = join(folder, 'page.pdf');
    writeFileSync(path, await write(withLogo()), 'latin1');

    const said = execFileSync('qpdf', ['--check', path], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });

    expect(said).toContain('No syntax or stream encoding errors');
  });
});

describe('toSrgbProfile', () => {
  const profile = toSrgbProfile();
  const view = new DataView(profile.buffer);
  const readText = (place: number) => String.fromCharCode(...profile.slice(place, place + 4));
  const tags = Array.from({ length: view.getUint32(128) }, (_, index) => {
    const entry = 132 + index * 12;
    return {
      name: readText(entry),
      at: view.getUint32(entry + 4),
      size: view.getUint32(entry + 8),
    };
  });
  const readColor = (name: string) => {
    const at = tags.find((tag) => tag.name === name)?.at ?? 0;
    return [8, 12, 16].map((place) => view.getInt32(at + place) / 65_536);
  };

  it('is a profile whose parts are where its table says', () => {
    expect(view.getUint32(0)).toBe(profile.length);
    expect(readText(36)).toBe('acsp');
    for (const { at, size } of tags) {
      expect(at % 4).toBe(0);
      expect(at + size).toBeLessThanOrEqual(profile.length);
    }
  });

  it('makes white of full red, green and blue', () => {
    const [red, green, blue] = ['rXYZ', 'gXYZ', 'bXYZ'].map(readColor);

    readColor('wtpt').forEach((value, index) => {
      const sum = (red?.[index] ?? 0) + (green?.[index] ?? 0) + (blue?.[index] ?? 0);
      expect(sum).toBeCloseTo(value, 3);
    });
  });
});

/** The file as text, a byte a letter. */
async function write(procedure: Procedure): Promise<string> {
  const result = await exportProcedure(procedure, 'pdf', nodeTools, { profile: 'pdf-a' });
  if (!result.ok) throw new Error('no page');
  return Buffer.from(result.file.bytes).toString('latin1');
}

function readMetadata(file: string): string {
  return /<x:xmpmeta.*<\/x:xmpmeta>/s.exec(file)?.[0] ?? '';
}

function withLogo(): Procedure {
  const example = readExample('permohonan-informasi-publik');
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>';
  return {
    ...example,
    identity: { ...example.identity, logo: `data:image/svg+xml;base64,${btoa(svg)}` },
    settings: { ...example.settings, draftMark: true },
  };
}
