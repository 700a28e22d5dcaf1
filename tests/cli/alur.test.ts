import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toProcedureFile } from '#core/model/file.ts';
import { EXPORT_FORMATS } from '#render/exportProcedure.ts';
import { afterMeeting } from '#tests/support/afterMeeting.ts';
import { readExample } from '#tests/support/examples.ts';

const example = 'public/examples/penyusunan-dan-penetapan-sop.sop.json';
const base = mkdtempSync(join(tmpdir(), 'alur-cli-'));
let folder = base;

beforeAll(() => {
  // The first run builds the command when it is missing or older than its sources.
  expect(alur('--help').code).toBe(0);
}, 120_000);
beforeEach(() => {
  folder = mkdtempSync(join(base, 'test-'));
});
afterAll(() => rmSync(base, { recursive: true }));

describe('alur export', () => {
  it('writes a PDF', () => {
    const out = join(folder, 'sop.pdf');

    expect(alur('export', example, '--to', 'pdf', '--out', out)).toEqual({
      code: 0,
      out: '',
      err: '',
    });

    expect(readFileSync(out).toString('latin1', 0, 8)).toBe('%PDF-1.7');
  });

  it.each(['svg', 'png'])('writes one %s a page where the path holds %d', (format) => {
    alur('export', example, '--to', format, '--out', join(folder, `hal-%d.${format}`));
    alur('export', example, '--to', format, '--out', join(folder, `%03d.${format}`));

    const names = readdirSync(folder);
    expect(names).toContain(`hal-1.${format}`);
    expect(names.filter((name) => name.startsWith('hal-'))).toHaveLength(names.length / 2);
    expect(names).toContain(`00${names.length / 2}.${format}`);
  });

  it('prints on the paper that was asked for', () => {
    const out = join(folder, 'sop.svg');

    const { err } = alur('export', example, '--to', 'svg', '--out', out, '--paper', 'F4');

    expect(readFileSync(out, 'utf8')).toContain('width="935.43pt"');
    expect(err).toMatch(/^Page 1 of \d+; write %d into --out for all of them\.\n$/);
  });

  it('draws a picture as large as it was asked for, without the sheet', () => {
    const [png, svg] = [join(folder, 'a.png'), join(folder, 'a.svg')];

    alur('export', example, '--to', 'png', '--out', png, '--scale', '0.5', '--transparent');
    alur('export', example, '--to', 'svg', '--out', svg, '--transparent', '--embed-fonts');

    expect(readFileSync(png).readUInt32BE(16)).toBe(421);
    const drawn = readFileSync(svg, 'utf8');
    expect(drawn).not.toContain('<rect width="100%"');
    expect(drawn).toContain('@font-face{font-family:Arimo;');
  });

  it('makes a PDF for the archive where it is asked for', () => {
    const out = join(folder, 'a.pdf');

    alur('export', example, '--to', 'pdf', '--out', out, '--pdf-a');

    expect(readFileSync(out, 'latin1')).toContain('<pdfaid:part>2</pdfaid:part>');
  });

  it('says what does not fit the page', () => {
    const [file, out] = [join(folder, 'many.sop.json'), join(folder, 'a.pdf')];
    const procedure = JSON.parse(readFileSync(example, 'utf8'));
    const more = Array.from({ length: 50 }, (_, index) => ({
      id: `x${index}`,
      name: `Pelaksana ${index}`,
    }));
    writeFileSync(file, JSON.stringify({ ...procedure, actors: [...procedure.actors, ...more] }));

    const { err, code } = alur('export', file, '--to', 'pdf', '--out', out);

    expect(code).toBe(0);
    expect(err).toMatch(/^The table is set in [\d.]+ pt to fit the page, too small to read; .+\n$/);
  });

  it('refuses a scale that makes no picture', () => {
    const out = join(folder, 'a.png');

    expect(alur('export', example, '--to', 'png', '--out', out, '--scale', '99')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--scale "99" must be a number from 0.25 to 6'),
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('names the file itself in a folder', () => {
    alur('export', example, '--to', 'json', '--out', folder);

    const [name = ''] = readdirSync(folder);
    expect(name).toBe('SOP Penyusunan dan Penetapan Standar Operasional Prosedur.sop.json');
    expect(readJson(join(folder, name))).toEqual(readJson(example));
  });
});

describe('alur import', () => {
  it.each(['bpmn', 'docx'])('gives back the same file from our own %s', (format) => {
    const [written, back] = [join(folder, `a.${format}`), join(folder, 'a.sop.json')];

    alur('export', example, '--to', format, '--out', written);
    const { code, out } = alur('import', written, '--out', back);

    expect({ code, out }).toEqual({ code: 0, out: '12 steps, 5 actors, 0 remarks\n' });
    expect(readJson(back)).toEqual(readJson(example));
  });

  it('prints and writes what was simplified', () => {
    const [out, report] = [join(folder, 'cuti.sop.json'), join(folder, 'report.json')];

    const run = alur('import', 'tests/fixtures/bpmn/leave.bpmn', '--out', out, '--report', report);

    expect(run.out).toContain('parallelGateway Fork: was removed;');
    expect(readJson(report)).toContainEqual(
      expect.objectContaining({ code: 'parallel-simplified', place: 'parallelGateway Fork' }),
    );
    expect(alur('check', out).code).toBe(1);
  });
});

describe('alur check, simulate and layout', () => {
  it('prints findings and ends with 1 where there are errors', () => {
    const procedure = readExample('penyusunan-dan-penetapan-sop');
    const broken = {
      ...procedure,
      flows: procedure.flows.map((flow) => ({ ...flow, label: 'Ya' })),
    };
    const file = join(folder, 'broken.sop.json');
    writeFileSync(file, JSON.stringify(toProcedureFile(broken)));

    const { code, out } = alur('check', file);

    expect(code).toBe(1);
    expect(out).toContain(
      'F2 galat: Langkah 2: Dua panah keluar dari keputusan ini berlabel sama: "Ya".',
    );
    expect(alur('check', example).code).toBe(0);
  });

  it('prints JSON', () => {
    const findings = json('check', example, '--json');
    const simulation = json('simulate', example, '--json');
    const layout = json('layout', example, '--json');
    const metrics = json('layout', example, '--metrics', '--json');

    expect(findings).toMatchObject({
      findings: expect.arrayContaining([expect.objectContaining({ rule: 'M3' })]),
    });
    expect(simulation).toMatchObject({ isComplete: true, total: { least: 9570, most: 22620 } });
    expect(layout).toMatchObject({
      pages: expect.arrayContaining([
        expect.objectContaining({ footer: { y: expect.any(Number) } }),
      ]),
    });
    expect(metrics).toMatchObject({
      ...{ throughSymbols: 0, overlaps: 0, missingPentagons: 0 },
      canvas: { clippedTexts: 0, shortenedTexts: 0 },
    });
  });

  it('tells the ways through the procedure', () => {
    const { out } = alur('simulate', example);

    expect(out).toContain('Waktu keseluruhan: 21 hari kerja 2 jam sampai 50 hari kerja 2 jam');
    expect(out).toContain('  Sekretaris: 1 hari kerja, paling banyak 1 langkah');
  });
});

describe('alur diff', () => {
  const before = 'public/examples/permohonan-informasi-publik.sop.json';
  const writeAfter = (): string => {
    const file = join(folder, 'after.sop.json');
    const after = afterMeeting(readExample('permohonan-informasi-publik'));
    writeFileSync(file, JSON.stringify(toProcedureFile(after)));
    return file;
  };

  it('tells what changed, and ends with 1', () => {
    const { code, out } = alur('diff', before, writeAfter());

    expect(code).toBe(1);
    expect(out).toContain('  ~ Tanggal efektif: 17 Februari 2025 → 1 Desember 2026\n');
    expect(out).toContain('  ↕ 3. Menyerahkan tanda bukti permohonan kepada pemohon (semula 4)\n');
    expect(out).toContain('      Waktu: [-5-]{+10+} menit\n');
    expect(out).toMatch(/\n22 perubahan\n$/);
  });

  it('prints as JSON what leads from one to the other', () => {
    expect(json('diff', before, writeAfter(), '--json')).toMatchObject({
      steps: { moved: [{ id: 's4', from: 3, to: 2 }], removed: [{ at: 8, thing: { id: 's9' } }] },
    });
  });

  it('ends with 0 for the same SOP, in another kind of file too', () => {
    const bpmn = join(folder, 'same.bpmn');
    alur('export', before, '--to', 'bpmn', '--out', bpmn);

    expect(alur('diff', before, bpmn)).toEqual({ code: 0, out: 'Tidak ada perbedaan.\n', err: '' });
  });
});

describe('alur with bad input', () => {
  const write = (text: string): string => {
    const file = join(folder, 'x.sop.json');
    writeFileSync(file, text);
    return file;
  };

  it('names the place of what is wrong in one line, ends with 2 and writes nothing', () => {
    const text = readFileSync(example, 'utf8').replace('"actor": "kasubbag"', '"actor": "kasubag"');
    const file = write(text);

    const run = alur('export', file, '--to', 'pdf', '--out', join(folder, 'x.pdf'));

    expect(run).toEqual({
      code: 2,
      out: '',
      err: `alur: ${file}: steps[1].symbols[0].actor: no actor "kasubag"\n`,
    });
    expect(readdirSync(folder)).toEqual(['x.sop.json']);
  });

  it.each([
    ['half a file', '{"format": "alur', /: line 1, column 12: is not valid JSON\n$/],
    ['a picture', '\u0089PNG', /: is no \.sop\.json, BPMN, Word or Excel file\n$/],
    ['10 MB', ' '.repeat(10 * 1024 * 1024), /: is larger than 5 MB\n$/],
    ['a document type', '<!DOCTYPE x []><x/>', /: line 1: is a document type, /],
  ])('refuses %s', (_, text, message) => {
    const file = write(text);

    const run = alur('import', file, '--out', join(folder, 'y.sop.json'));

    expect(run.code).toBe(2);
    expect(run.err).toMatch(message);
    expect(run.err.split('\n')).toHaveLength(2);
    expect(readdirSync(folder)).toEqual(['x.sop.json']);
  });

  it.each([
    [
      ['export', 'gone.sop.json', '--to', 'pdf', '--out', 'x.pdf'],
      'gone.sop.json: cannot be read (no such file)',
    ],
    [
      ['export', example, '--to', 'gif', '--out', 'x'],
      `--to "gif" is unknown; choose ${EXPORT_FORMATS.join(', ')}`,
    ],
    [
      ['export', example, '--to', 'pdf', '--out', '/nowhere/x.pdf'],
      '/nowhere/x.pdf: cannot be written (no such folder)',
    ],
    [['export', example, '--to', 'pdf'], '--out is missing'],
    [['check', example, '--colour'], "Unknown option '--colour'"],
    [['check'], 'FILE is missing; see alur --help'],
    [['check', example, example], `one FILE only, not also "${example}"`],
    [['diff', example], 'two FILEs are needed, the earlier one first; see alur --help'],
    [['diff', example, 'gone.sop.json'], 'gone.sop.json: cannot be read (no such file)'],
    [['layout', example], 'say --json or --metrics'],
    [['dance'], '"dance" is no command; see alur --help'],
    [[], 'say what to do; see alur --help'],
  ])('answers %j', (args, message) => {
    expect(alur(...args)).toEqual({ code: 2, out: '', err: `alur: ${message}\n` });
  });
});

function alur(...args: readonly string[]) {
  const run = spawnSync(process.execPath, ['scripts/alur.mjs', ...args], { encoding: 'utf8' });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

function json(...args: readonly string[]): unknown {
  return JSON.parse(alur(...args).out);
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
