import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { toProcedureFile } from '#core/model/file.ts';
import { parseProcedureJson } from '#core/model/parse.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { importDocx } from '#render/docx/embeddedProcedure.ts';
import { renderDocx } from '#render/docx/renderDocx.ts';
import { readExamples } from '#tests/support/examples.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { wildProcedure } from '#tests/support/wildProcedure.ts';

describe('importDocx', () => {
  it.each(readExamples())('gives back $name as it was', ({ procedure }) => {
    expect(importDocx(toDocx(procedure))).toEqual({ ok: true, procedure, report: [] });
  });

  it('reads whatever a procedure file may hold as that file is read', () => {
    fc.assert(
      fc.property(wildProcedure, (procedure) => {
        const file = parseProcedureJson(JSON.stringify(toProcedureFile(procedure)));
        const expected = file.ok ? { ...file, report: [] } : file;
        expect(importDocx(toDocx(procedure))).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });

  it('says that another program saved the file since', () => {
    const procedure = smallProcedure();
    const saved = change(toDocx(procedure), 'docProps/app.xml', (xml) =>
      xml.replace('>Alur<', '>Microsoft Office Word<'),
    );

    expect(importDocx(saved)).toMatchObject({
      ok: true,
      procedure,
      report: [{ code: 'changed-elsewhere', place: 'file' }],
    });
  });

  it('finds the procedure where another program wrote it anew', () => {
    const procedure = smallProcedure();
    const files = unzipSync(toDocx(procedure));
    const { 'customXml/item1.xml': item, ...others } = files;
    const written = strFromU8(item ?? new Uint8Array())
      .replace('<sop xmlns=', '<ns0:sop xmlns:ns0=')
      .replace('</sop>', '</ns0:sop>\n')
      .replaceAll('&quot;', '&#34;');
    const saved = zipSync({ ...others, 'customXml/item4.xml': strToU8(written) });

    expect(importDocx(saved)).toEqual({ ok: true, procedure, report: [] });
  });

  it('says when a Word file is none of ours', () => {
    const foreign = zipSync({ 'word/document.xml': strToU8('<w:document/>') });

    expect(importDocx(foreign)).toMatchObject({
      ok: false,
      problem: { place: 'file', message: expect.stringContaining('holds no Alur data') },
    });
  });

  it.each([
    ['is cut off', (bytes: Uint8Array) => bytes.subarray(0, 900)],
    ['holds thousands of parts', () => zipSync(manyParts(6000))],
    ['unpacks to far more than it is', () => zipSync({ 'customXml/item1.xml': zeros(40_000_000) })],
  ])('refuses a file that %s', (_what, spoil) => {
    expect(importDocx(spoil(toDocx(smallProcedure())))).toMatchObject({
      ok: false,
      problem: { place: 'file', message: expect.stringContaining('cannot be unpacked') },
    });
  });

  it('names the place of what is wrong in the procedure', () => {
    const broken = change(toDocx(smallProcedure()), 'customXml/item1.xml', (xml) =>
      xml.replace('&quot;actor&quot;:&quot;head&quot;', '&quot;actor&quot;:&quot;x&quot;'),
    );

    expect(importDocx(broken)).toMatchObject({
      ok: false,
      problem: { place: 'steps[1].symbols[0].actor' },
    });
  });
});

function toDocx(procedure: Procedure): Uint8Array {
  return renderDocx([{ width: 800, height: 600, items: [] }], { title: 'x', procedure });
}

function change(file: Uint8Array, part: string, edit: (xml: string) => string): Uint8Array {
  const files = unzipSync(file);
  return zipSync({ ...files, [part]: strToU8(edit(strFromU8(files[part] ?? new Uint8Array()))) });
}

function manyParts(count: number): Record<string, Uint8Array> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`part${index}.xml`, new Uint8Array()]),
  );
}

function zeros(length: number): Uint8Array {
  return new Uint8Array(length);
}
