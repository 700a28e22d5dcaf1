import { readFile } from 'node:fs/promises';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toProcedureFile } from '#core/model/file.ts';
import type { Caller } from '#tests/support/caller.ts';
import { openTestServer, type TestServer } from '#tests/support/openTestServer.ts';
import { parseFileName } from '#tests/support/parseFileName.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

const example = await readFile('public/examples/permohonan-informasi-publik.sop.json', 'utf8');

describe('procedure files', () => {
  let alur: TestServer;
  let dewi: Caller;

  beforeAll(async () => {
    alur = await openTestServer();
    dewi = await alur.signUp('Dewi');
  });
  afterAll(() => alur.close());

  it('come back as they were sent', async () => {
    const id = await dewi.addProcedure(JSON.parse(example));

    expect((await dewi.get(`/api/procedures/${id}`)).body).toEqual(JSON.parse(example));
  });

  it('stand at the top of the list when they are new', async () => {
    const first = await dewi.addProcedure(toProcedureFile(smallProcedure()));
    const second = await dewi.addProcedure(toProcedureFile(smallProcedure()));

    const list = (await dewi.get('/api/procedures')).body as readonly { id: string }[];

    expect(list.slice(0, 2).map((each) => each.id)).toEqual([second, first]);
    expect(list[0]).toMatchObject({
      title: 'Pengelolaan Surat Masuk',
      number: '12/OT.02/2026',
      stepCount: 4,
      updatedBy: 'Dewi',
    });
  });

  it('have ids that nobody can guess', async () => {
    const id = await dewi.addProcedure(toProcedureFile(smallProcedure()));

    expect(id).toMatch(/^[\w-]{22}$/);
  });

  it('survive a restart, with sessions and deletions', async () => {
    const eko = await alur.signUp('Eko');
    const kept = await eko.addProcedure(JSON.parse(example));
    const deleted = await eko.addProcedure(toProcedureFile(smallProcedure()));
    await eko.send('DELETE', `/api/procedures/${deleted}`);

    alur = await alur.restart();
    const again = await alur.stranger.signIn({ email: 'eko@kpu.test', password: 'rahasia-kantor' });
    const bySession = await alur.stranger.send('GET', `/api/procedures/${kept}`, undefined, {
      headers: { ...eko.credentials },
    });
    dewi = await alur.stranger.signIn({ email: 'dewi@kpu.test', password: 'rahasia-kantor' });

    expect(bySession.body).toEqual(JSON.parse(example));
    expect((await again.get('/api/procedures')).body).toMatchObject([{ id: kept }]);
    expect((await again.get(`/api/procedures/${deleted}`)).status).toBe(404);
    await again.send('POST', `/api/procedures/${deleted}/restore`);
    expect((await again.get(`/api/procedures/${deleted}`)).status).toBe(200);
  });

  it('are kept as versions that later changes do not touch', async () => {
    const id = await dewi.addProcedure(JSON.parse(example));
    const path = `/api/procedures/${id}/versions`;

    const kept = await dewi.send('POST', path, { name: 'Sebelum rapat' });
    const unnamed = await dewi.send('POST', path);
    const list = (await dewi.get(path)).body as readonly { id: string }[];

    expect(kept).toMatchObject({
      status: 201,
      body: { name: 'Sebelum rapat', createdBy: 'Dewi', createdAt: expect.any(String) },
    });
    expect(unnamed).toMatchObject({ status: 201, body: { name: '' } });
    expect(list).toHaveLength(2);
    expect((await dewi.get(`${path}/${list[1]?.id}`)).body).toEqual(JSON.parse(example));
    expect((await dewi.get(`${path}/tiada`)).body).toMatchObject({
      error: { code: 'unknown-version' },
    });
  });
});

describe('importing', () => {
  let alur: TestServer;
  let dewi: Caller;

  beforeAll(async () => {
    alur = await openTestServer();
    dewi = await alur.signUp('Dewi');
  });
  afterAll(() => alur.close());

  const importFile = (content: BodyInit, query: string, type = 'application/octet-stream') =>
    dewi.send('POST', `/api/import${query}`, undefined, {
      raw: content,
      headers: { 'content-type': type },
    });

  it.each([
    ['by its name', '?filename=pelayanan.sop.json', 'application/octet-stream'],
    ['by its type', '', 'application/json'],
    ['by how it begins', '', 'application/octet-stream'],
    ['with a byte order mark', '?filename=a.json', 'application/octet-stream'],
  ])('knows a procedure file %s', async (how, query, type) => {
    const content = how.includes('mark') ? `\ufeff${example}` : example;

    const { status, body } = await importFile(content, query, type);

    expect({ status, body }).toMatchObject({ status: 201, body: { report: [] } });
    const { id } = body as { readonly id: string };
    expect((await dewi.get(`/api/procedures/${id}`)).body).toEqual(JSON.parse(example));
  });

  it.each(['docx', 'xlsx'])('gives back the same procedure from our own %s', async (format) => {
    const id = await dewi.addProcedure(JSON.parse(example));
    const { bytes } = await dewi.get(`/api/procedures/${id}/export/${format}`);

    const { status, body } = await importFile(Buffer.from(bytes), `?filename=sop.${format}`);

    expect({ status, body }).toMatchObject({ status: 201, body: { report: [] } });
    const imported = body as { readonly id: string };
    expect((await dewi.get(`/api/procedures/${imported.id}`)).body).toEqual(JSON.parse(example));
  });

  it('says when a Word file is none of ours', async () => {
    const foreign = zipSync({ 'word/document.xml': new Uint8Array() });

    const answer = await importFile(Buffer.from(foreign), '?filename=surat.docx');

    expect(answer).toMatchObject({
      status: 400,
      body: { error: { code: 'bad-file', message: expect.stringContaining('no Alur data') } },
    });
  });

  it('gives back the same procedure from our own BPMN', async () => {
    const id = await dewi.addProcedure(JSON.parse(example));
    const { bytes } = await dewi.get(`/api/procedures/${id}/export/bpmn`);

    const { status, body } = await importFile(Buffer.from(bytes), '?filename=sop.bpmn');

    expect({ status, body }).toMatchObject({ status: 201, body: { report: [] } });
    const imported = body as { readonly id: string };
    expect((await dewi.get(`/api/procedures/${imported.id}`)).body).toEqual(JSON.parse(example));
  });

  it.each([
    ['a picture', '?filename=logo.png', 'image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff])],
    ['a spreadsheet', '?filename=sop.xlsx', 'application/octet-stream', Buffer.from('PK\u0003')],
    ['nothing', '', 'application/octet-stream', Buffer.alloc(0)],
  ])('refuses %s', async (_what, query, type, content) => {
    const answer = await importFile(content, query, type);

    expect(answer).toMatchObject({ status: 415, body: { error: { code: 'unsupported-file' } } });
  });

  it('names the place of what is wrong in a file', async () => {
    const file = toProcedureFile(smallProcedure());
    const broken = JSON.stringify(file).replace('"actor":"head"', '"actor":"kasubag"');

    const answer = await importFile(broken, '?filename=a.sop.json');

    expect(answer).toMatchObject({
      status: 400,
      body: {
        error: {
          code: 'bad-file',
          place: 'steps[1].symbols[0].actor',
          message: expect.stringContaining('steps[1].symbols[0].actor: no actor "kasubag"'),
        },
      },
    });
  });

  it('refuses XML that is no BPMN', async () => {
    const answer = await importFile('<html><p>Halo</p></html>', '?filename=a.bpmn');

    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'bad-file' } } });
  });
});

describe('exporting', () => {
  let alur: TestServer;
  let dewi: Caller;
  let id: string;

  beforeAll(async () => {
    alur = await openTestServer();
    dewi = await alur.signUp('Dewi');
    id = await dewi.addProcedure(JSON.parse(example));
  });
  afterAll(() => alur.close());

  const name = 'SOP Pelayanan Permohonan Informasi Publik';

  it.each([
    ['pdf', 'application/pdf', `${name}.pdf`, '%PDF-'],
    [
      'docx',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      `${name}.docx`,
      'PK\u0003\u0004',
    ],
    ['png', 'image/png', `${name} - halaman 1.png`, '\u0089PNG'],
    ['svg', 'image/svg+xml', `${name} - halaman 1.svg`, '<svg '],
    ['bpmn', 'application/xml', `${name}.bpmn`, '<?xml '],
    ['json', 'application/json', `${name}.sop.json`, '{\n'],
  ])('gives out %s under a name that a person would choose', async (format, type, file, start) => {
    const { status, headers, bytes } = await dewi.get(`/api/procedures/${id}/export/${format}`);

    expect(status).toBe(200);
    expect(headers.get('content-type')?.split(';')[0]).toBe(type);
    expect(parseFileName(headers.get('content-disposition'))).toBe(file);
    expect(headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(Buffer.from(bytes).toString('latin1').slice(0, start.length)).toBe(start);
  });

  it('gives out the page and paper that are asked for', async () => {
    const path = `/api/procedures/${id}/export/svg`;
    const sizeOf = async (query: string) => {
      const { bytes } = await dewi.get(`${path}${query}`);
      return /width="[\d.]+pt" height="[\d.]+pt"/.exec(new TextDecoder().decode(bytes))?.[0];
    };

    const [a4, f4] = [await sizeOf('?page=2&paper=a4'), await sizeOf('?page=2&paper=f4')];
    const second = await dewi.get(`${path}?page=2`);

    expect(a4).toMatch(/841\.89/);
    expect(f4).toMatch(/935\.43/);
    expect(parseFileName(second.headers.get('content-disposition'))).toBe(
      `${name} - halaman 2.svg`,
    );
  });
  it('gives out a PDF for the archive where it is asked for', async () => {
    const path = `/api/procedures/${id}/export/pdf`;

    const [usual, archived] = [await dewi.get(path), await dewi.get(`${path}?profile=pdf-a`)];
    const unknown = await dewi.get(`${path}?profile=pdf-x`);

    const read = ({ bytes }: typeof usual) => Buffer.from(bytes).toString('latin1');
    expect(read(usual)).not.toContain('pdfaid:part');
    expect(read(archived)).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(unknown.status).toBe(400);
  });

  it('draws pictures in the scale that is asked for, with fonts and without a sheet', async () => {
    const path = `/api/procedures/${id}/export`;
    const png = await dewi.get(`${path}/png?scale=0.5&transparent=true`);
    const svg = await dewi.get(`${path}/svg?embedFonts=true&transparent=true`);
    const huge = await dewi.get(`${path}/png?scale=100`);

    expect(Buffer.from(png.bytes).readUInt32BE(16)).toBe(421);
    const drawn = new TextDecoder().decode(svg.bytes);
    expect(drawn).toContain('@font-face{font-family:Arimo;');
    expect(drawn).not.toContain('<rect width="100%"');
    expect(huge.status).toBe(400);
  });
});
