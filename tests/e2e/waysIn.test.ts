import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '#tests/support/eventually.ts';
import { type Api, makeAccount, makeProcedure, share, signInByApi } from './support/api.ts';
import { runAlur } from './support/command.ts';
import { type Product, startProduct } from './support/product.ts';
import { readSample, smallFile } from './support/samples.ts';
import { openScript, type Script } from './support/script.ts';

/** What a file of each format begins with. */
const beginnings = {
  pdf: '%PDF-',
  docx: 'PK',
  xlsx: 'PK',
  svg: '<svg',
  png: '\u0089PNG',
  bpmn: '<?xml',
  json: '{',
} as const;
const formats = Object.keys(beginnings) as readonly (keyof typeof beginnings)[];
const sampleName = 'penggantian-antarwaktu-dprd';
const samplePath = `public/examples/${sampleName}.sop.json`;

const startOf = (bytes: Uint8Array, length: number): string =>
  Buffer.from(bytes.subarray(0, length)).toString('latin1');

/** The keys of the first entry of a list, sorted. */
const keysOf = (list: readonly object[]): readonly string[] => Object.keys(list[0] ?? {}).sort();

describe('the command line', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'alur-ways-in-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each(formats)('writes a procedure as %s', async (format) => {
    const path = join(folder, `sop.${format}`);

    const run = await runAlur('export', samplePath, '--to', format, '--out', path);

    // A single picture of several pages says on standard error how to get the others.
    expect(run).toMatchObject({ exitCode: 0, out: '' });
    const beginning = beginnings[format];
    expect(startOf(await readFile(path), beginning.length)).toBe(beginning);
  });

  it.each(['svg', 'png'])('writes one %s a page where the path holds %%d', async (format) => {
    const path = join(folder, `halaman-%d.${format}`);

    const run = await runAlur('export', samplePath, '--to', format, '--out', path);

    expect(run).toEqual({ exitCode: 0, out: '', err: '' });
    const pages = (await readdir(folder)).filter(
      (name) => name.startsWith('halaman-') && name.endsWith(format),
    );
    const { out } = await runAlur('layout', samplePath, '--json');
    expect(pages).toHaveLength(JSON.parse(out).pages.length);
  });

  it.each([
    ['a4', 841.89],
    ['f4', 935.43],
    ['letter', 792],
    ['legal', 1008],
  ])('lays out on %s', async (paper, width) => {
    const { out } = await runAlur('layout', samplePath, '--json', '--paper', paper);

    expect(JSON.parse(out).pages[0].width).toBeCloseTo(width, 1);
  });

  it.each(['bpmn', 'xlsx', 'docx', 'json'])('reads its own %s back', async (format) => {
    const path = join(folder, `kembali.${format}`);
    const back = join(folder, `kembali-${format}.sop.json`);
    const report = join(folder, `laporan-${format}.json`);
    await runAlur('export', samplePath, '--to', format, '--out', path);

    const run = await runAlur('import', path, '--out', back, '--report', report);

    expect(run.exitCode).toBe(0);
    expect(JSON.parse(await readFile(back, 'utf8'))).toEqual(readSample(sampleName));
    expect(JSON.parse(await readFile(report, 'utf8'))).toEqual([]);
  });

  it('prints the geometry as it was promised', async () => {
    const { exitCode, out } = await runAlur('layout', samplePath, '--json');

    expect(exitCode).toBe(0);
    const page = JSON.parse(out).pages.at(-1);
    expect(Object.keys(page).sort()).toEqual(
      ['columns', 'connectors', 'footer', 'height', 'offPage', 'rows', 'symbols', 'width'].sort(),
    );
    expect(keysOf(page.columns)).toEqual(['actor', 'width', 'x']);
    expect(keysOf(page.rows)).toEqual(['height', 'step', 'y']);
    expect(keysOf(page.symbols)).toEqual(['height', 'kind', 'symbol', 'width', 'x', 'y']);
    expect(keysOf(page.offPage)).toEqual(
      ['direction', 'flow', 'height', 'letter', 'width', 'x', 'y'].sort(),
    );
    expect(page.connectors[0]).toMatchObject({
      flow: expect.any(String),
      head: expect.any(Boolean),
    });
    expect(page.footer.y).toBeLessThanOrEqual(page.height);
  });

  it('checks and simulates, in words and as JSON', async () => {
    for (const command of ['check', 'simulate']) {
      const words = await runAlur(command, samplePath);
      const json = await runAlur(command, samplePath, '--json');

      expect(words.out).not.toBe('');
      expect(json.exitCode).toBe(words.exitCode);
      expect(JSON.parse(json.out)).toBeTypeOf('object');
    }
  });

  it.each([
    [
      'a missing file',
      ['export', 'tiada.sop.json', '--to', 'pdf', '--out', 'x.pdf'],
      'tiada.sop.json',
    ],
    ['an unknown format', ['export', samplePath, '--to', 'gif', '--out', 'x.gif'], '"gif"'],
    ['an unknown paper', ['layout', samplePath, '--json', '--paper', 'b7'], '"b7"'],
    [
      'a target in no folder',
      ['export', samplePath, '--to', 'pdf', '--out', '/tiada/x.pdf'],
      '/tiada',
    ],
    ['an unknown command', ['expor'], '"expor"'],
  ])('answers %s with one line and exit code 2', async (_, words, named) => {
    const run = await runAlur(...words);

    expect(run).toMatchObject({ exitCode: 2, out: '' });
    expect(run.err).toContain(named);
    expect(run.err.trimEnd().split('\n')).toHaveLength(1);
  });

  it('names the place of what is wrong in a file', async () => {
    const path = join(folder, 'salah.sop.json');
    const file = JSON.stringify(smallFile('Salah')).replace(
      '"actor":"kasubbag"',
      '"actor":"kasubag"',
    );
    await writeFile(path, file);

    const run = await runAlur('export', path, '--to', 'pdf', '--out', join(folder, 'salah.pdf'));

    expect(run.exitCode).toBe(2);
    expect(run.err).toContain('steps[1].symbols[0].actor: no actor "kasubag"');
    expect(await readdir(folder)).not.toContain('salah.pdf');
  });
});

describe('over the network', () => {
  let product: Product;
  let api: Api;
  let script: Script;

  beforeAll(async () => {
    product = await startProduct();
    api = await signInByApi(product);
    script = await openScript(product, api);
  });
  afterAll(() => product?.close());

  it('a script with a token posts, lists and reads procedures', async () => {
    const file = readSample(sampleName);

    const posted = await script.fetch('/api/procedures', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(file),
    });

    expect(posted.status).toBe(201);
    const { id } = await posted.json();
    const list = await (await script.fetch('/api/procedures')).json();
    expect(list.map((each: { id: string }) => each.id)).toContain(id);
    expect(await (await script.fetch(`/api/procedures/${id}`)).json()).toEqual(file);
  });

  it.each(formats)('it takes %s home', async (format) => {
    const id = await makeProcedure(api, smallFile('Untuk Diunduh'));

    const answer = await script.fetch(`/api/procedures/${id}/export/${format}`);

    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toContain('Untuk');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const beginning = beginnings[format];
    expect(startOf(bytes, beginning.length)).toBe(beginning);
  });

  it.each([
    ['?filename=model.bpmn', 'application/octet-stream'],
    ['', 'application/xml'],
  ])('it imports a BPMN file by "%s" and %s', async (query, type) => {
    const id = await makeProcedure(api, smallFile('Untuk Diimpor'));
    const bpmn = await (await script.fetch(`/api/procedures/${id}/export/bpmn`)).arrayBuffer();

    const answer = await script.fetch(`/api/import${query}`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: bpmn,
    });

    const imported = await answer.json();
    expect(imported).toEqual({ id: expect.any(String), report: [] });
    expect(await (await script.fetch(`/api/procedures/${imported.id}`)).json()).toEqual(
      smallFile('Untuk Diimpor'),
    );
  });

  it('it keeps and lists versions', async () => {
    const id = await makeProcedure(api, smallFile('Berversi'));

    const kept = await script.fetch(`/api/procedures/${id}/versions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Disepakati' }),
    });

    expect(kept.status).toBe(201);
    const versions = await (await script.fetch(`/api/procedures/${id}/versions`)).json();
    expect(versions).toMatchObject([{ name: 'Disepakati' }]);
  });

  it('health, readiness, metrics and the description answer', async () => {
    expect((await fetch(`${product.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${product.url}/readyz`)).status).toBe(200);
    expect(await (await script.fetch('/metrics')).text()).toContain('# TYPE ');
    expect(await (await fetch(`${product.url}/api/openapi.json`)).json()).toMatchObject({
      openapi: expect.stringMatching(/^3\./),
    });
  });

  it.each([
    ['GET', '/api/procedures', 401, 'sign-in-needed'],
    ['GET', '/api/tiada', 404, 'unknown-route'],
  ])('a stranger’s %s %s is answered with %i and a code', async (method, path, status, code) => {
    const answer = await fetch(product.url + path, { method });

    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ error: { code, message: expect.any(String) } });
  });

  it('the ordinary y-websocket client reads and writes with a token', async () => {
    const id = await makeProcedure(api, smallFile('Sebelum'));
    const { doc, provider } = await script.join(id);

    expect(doc.getText('title').toString()).toBe('Sebelum');
    doc.transact(() => {
      doc.getText('title').delete(0, 'Sebelum'.length);
      doc.getText('title').insert(0, 'Sesudah');
    });

    await eventually(async () => {
      const file = await (await script.fetch(`/api/procedures/${id}`)).json();
      expect(file.identity.title).toBe('Sesudah');
    });
    provider.destroy();
  });

  it.each([
    ['viewer', false],
    ['commenter', false],
    ['editor', true],
    ['owner', true],
  ])('a %s’s change of the document counts: %s', async (role, counts) => {
    const person = await makeAccount(api, `Orang ${role}`);
    const id = await makeProcedure(api, smallFile('Judul'));
    await share(api, id, person, role);
    const theirs = await openScript(product, await signInByApi(product, person));
    const { doc, provider } = await theirs.join(id);
    const witness = await script.join(id);

    doc.getText('title').insert(0, 'Baru: ');
    // Awareness goes the same way behind it: when it has arrived, the change has been judged.
    provider.awareness.setLocalState({ name: role });
    await eventually(() => {
      const states = [...witness.provider.awareness.getStates().values()];
      expect(states).toContainEqual(expect.objectContaining({ name: role }));
    });

    const title = counts ? 'Baru: Judul' : 'Judul';
    await eventually(() => expect(witness.doc.getText('title').toString()).toBe(title));
    const file = await (await script.fetch(`/api/procedures/${id}`)).json();
    expect(file.identity.title).toBe(title);
    provider.destroy();
    witness.provider.destroy();
  });
});
