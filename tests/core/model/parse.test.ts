import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { emptyProcedure } from '#core/model/empty.ts';
import { toProcedureFile } from '#core/model/file.ts';
import { limits } from '#core/model/limits.ts';
import { parseProcedureFile, parseProcedureJson } from '#core/model/parse.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

/** A file as loose data, to be spoiled. */
function file(): ReturnType<typeof JSON.parse> {
  return JSON.parse(JSON.stringify(toProcedureFile(smallProcedure())));
}

/** The file with the value at a place replaced; undefined takes it away. */
function spoiled(place: readonly (string | number)[], value: unknown): unknown {
  const spoiled = file();
  const parents = place.slice(0, -1);
  const parent = parents.reduce((data, key) => data[key], spoiled);
  parent[place.at(-1) ?? ''] = value;
  return JSON.parse(JSON.stringify(spoiled));
}

function problemOf(input: unknown) {
  const result = parseProcedureFile(input);
  return result.ok ? undefined : `${result.problem.place} ${result.problem.message}`;
}

describe('a file of an older version', () => {
  /** Of a version 0 that called the title `judul`. */
  const upgrade = {
    from: 0,
    up: ({ judul, identity, ...rest }: Readonly<Record<string, unknown>>) => ({
      ...rest,
      identity: { ...Object(identity), title: judul },
    }),
  };

  function older(): ReturnType<typeof JSON.parse> {
    const { identity, ...rest } = file();
    const { title, ...others } = identity;
    return { ...rest, version: 0, judul: title, identity: others };
  }

  it('is read as one of this version, and stays as it is', () => {
    const input = older();

    expect(parseProcedureFile(input, [upgrade])).toEqual({ ok: true, procedure: smallProcedure() });
    expect(input).toEqual(older());
  });

  it('is refused with the place where it is not as it should be', () => {
    const result = parseProcedureFile({ ...older(), judul: 7 }, [upgrade]);

    expect(result).toMatchObject({ ok: false, problem: { place: 'identity.title' } });
  });

  it('is refused by number when nothing leads from there', () => {
    expect(problemOf(older())).toBe('version expected 1, got 0');
  });
});

describe('parseProcedureFile', () => {
  it('reads what toProcedureFile wrote', () => {
    for (const procedure of [smallProcedure(), emptyProcedure('Kosong')])
      expect(parseProcedureFile(file0(procedure))).toEqual({ ok: true, procedure });
  });

  it('keeps settings, route hints and the logo', () => {
    const procedure = {
      ...smallProcedure(),
      identity: { ...smallProcedure().identity, logo: 'data:image/png;base64,iVBORw0KGgo=' },
      settings: { paper: 'f4', typeSizePt: 9.5, draftMark: true } as const,
    };

    expect(parseProcedureFile(file0(procedure))).toEqual({ ok: true, procedure });
  });

  it.each<readonly [string, unknown]>([
    ['file expected an object, got a list', []],
    ['file expected an object, got null', null],
    ['format is missing', spoiled(['format'], undefined)],
    ['format expected "alur.sop", got "alur.bpmn"', spoiled(['format'], 'alur.bpmn')],
    ['version is missing', spoiled(['version'], undefined)],
    ['version is 2; this program knows version 1. Update Alur to open it', spoiled(['version'], 2)],
    ['version expected 1, got "1"', spoiled(['version'], '1')],
    ['colour is not a key of this format', spoiled(['colour'], 'red')],
    ['identity is missing', spoiled(['identity'], undefined)],
    ['identity.title expected text, got number', spoiled(['identity', 'title'], 5)],
    ['identity.title expected text, got null', spoiled(['identity', 'title'], null)],
    ['identity.subtitle is not a key of this format', spoiled(['identity', 'subtitle'], '')],
    [
      'identity.createdOn expected a date such as "2026-06-02"',
      spoiled(['identity', 'createdOn'], '2 Juni 2026'),
    ],
    [
      'identity.createdOn expected a date such as "2026-06-02"',
      spoiled(['identity', 'createdOn'], '2026-02-30'),
    ],
    ['identity.unit expected a list, got text', spoiled(['identity', 'unit'], 'KPU')],
    ['identity.unit[1] expected text, got number', spoiled(['identity', 'unit', 1], 7)],
    [
      'identity.logo expected a PNG or SVG picture as a base64 data URI',
      spoiled(['identity', 'logo'], 'logo.png'),
    ],
    ['actors[1].name is missing', spoiled(['actors', 1, 'name'], undefined)],
    ['actors[1].id is empty', spoiled(['actors', 1, 'id'], '')],
    ['steps[2].activity is missing', spoiled(['steps', 2, 'activity'], undefined)],
    ['steps[2].joint expected true or false, got text', spoiled(['steps', 2, 'joint'], 'yes')],
    [
      'steps[1].symbols[0].kind expected "terminator" or "process" or "decision", got "box"',
      spoiled(['steps', 1, 'symbols', 0, 'kind'], 'box'),
    ],
    [
      'steps[1].activity holds a character that cannot be printed',
      spoiled(['steps', 1, 'activity'], 'a\u0000b'),
    ],
    ['flows[0].to is missing', spoiled(['flows', 0, 'to'], undefined)],
    ['flows[0].color is not a key of this format', spoiled(['flows', 0, 'color'], 'red')],
    [
      'flows[0].route.labelAt has more than 1 entries',
      spoiled(['flows', 0, 'route'], { labelAt: 2 }),
    ],
    ['settings.paper expected', spoiled(['settings'], { paper: 'a0' })],
  ])('says: %s', (problem, input) => {
    expect(problemOf(input)?.startsWith(problem)).toBe(true);
  });

  it.each<readonly [string, unknown]>([
    ['actors[1].id "staff" is already actors[0]', spoiled(['actors', 1, 'id'], 'staff')],
    ['steps[1].id "receive" is already steps[0]', spoiled(['steps', 1, 'id'], 'receive')],
    [
      'steps[1].symbols[0].id "s1" is already steps[0].symbols[0]',
      spoiled(['steps', 1, 'symbols', 0, 'id'], 's1'),
    ],
    [
      'steps[1].symbols[0].actor no actor "kasubag"',
      spoiled(['steps', 1, 'symbols', 0, 'actor'], 'kasubag'),
    ],
    ['flows[1].id "f1" is already flows[0]', spoiled(['flows', 1, 'id'], 'f1')],
    ['flows[1].from no symbol "s9"', spoiled(['flows', 1, 'from'], 's9')],
    ['flows[1].to no symbol "check"', spoiled(['flows', 1, 'to'], 'check')],
    ['flows[0].to "s1" cannot lead to itself', spoiled(['flows', 0, 'to'], 's1')],
    [
      'flows[3] is the same flow as flows[0]',
      spoiled(['flows', 3], { id: 'f4', from: 's1', to: 's2' }),
    ],
    [
      'flows[2].route.channel no actor "kasubag"',
      spoiled(['flows', 2, 'route', 'channel'], 'kasubag'),
    ],
  ])('says of ids: %s', (problem, input) => {
    expect(problemOf(input)).toBe(problem);
  });

  it('says what is too long or too many', () => {
    const tooLong = 'x'.repeat(limits.maxTextLength + 1);
    const tooMany = Array.from({ length: limits.maxListItems + 1 }, () => '');

    expect(problemOf(spoiled(['identity', 'title'], tooLong))).toBe(
      'identity.title is longer than 20000 characters',
    );
    expect(problemOf(spoiled(['identity', 'unit'], tooMany))).toBe(
      'identity.unit has more than 200 entries',
    );
    expect(problemOf(spoiled(['steps', 0, 'id'], 'x'.repeat(101)))).toBe(
      'steps[0].id is longer than 100 characters',
    );
    expect(
      problemOf(spoiled(['identity', 'title'], 'x'.repeat(limits.maxTextLength))),
    ).toBeUndefined();
  });

  it('does not repeat a long or secret value at length', () => {
    const long = 'rahasia '.repeat(1000);

    expect(problemOf(spoiled(['format'], long))?.length).toBeLessThan(120);
    expect(problemOf(spoiled([long], 1))?.length).toBeLessThan(120);
  });
});

describe('parseProcedureJson', () => {
  it('reads a file, with a byte order mark or without', () => {
    const json = JSON.stringify(file());

    for (const text of [json, `\ufeff${json}`])
      expect(parseProcedureJson(text)).toEqual({ ok: true, procedure: smallProcedure() });
  });

  it.each([
    ['', 'line 1, column 1'],
    ['{\n  "format": "alur.sop",\n  "version" 1\n}', 'line 3, column 13'],
    ['{\n  "format": "alur.sop"', 'line 2, column 23'],
    ['<xml/>', 'line 1, column 1'],
  ])('names the place where %j stops being JSON', (text, place) => {
    expect(parseProcedureJson(text)).toMatchObject({
      ok: false,
      problem: { place, message: 'is not valid JSON' },
    });
  });

  it('refuses a file that is too large before reading it', () => {
    const text = `${' '.repeat(limits.maxFileBytes)}{}`;

    expect(parseProcedureJson(text)).toMatchObject({
      ok: false,
      problem: { place: 'file', message: 'is larger than 5 MB' },
    });
  });

  const samples = new URL('../../../../shared/samples/', import.meta.url);
  it.skipIf(!existsSync(samples))(
    'opens the sample procedures (../shared/samples, if there)',
    () => {
      const names = readdirSync(samples).filter((name) => name.endsWith('.sop.json'));
      expect(names.length).toBeGreaterThan(0);

      for (const name of names) {
        const text = readFileSync(new URL(name, samples), 'utf8');
        const result = parseProcedureJson(text);
        expect(result.ok && toProcedureFile(result.procedure)).toEqual(JSON.parse(text));
      }
    },
  );
});

function file0(procedure: Parameters<typeof toProcedureFile>[0]): unknown {
  return JSON.parse(JSON.stringify(toProcedureFile(procedure)));
}
