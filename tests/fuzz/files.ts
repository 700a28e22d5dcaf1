import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { exportProcedure } from '#render/exportProcedure.ts';
import { nodeTools } from '#render/node/nodeTools.ts';
import { readExamples } from '#tests/support/examples.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

/** A file that an importer gets, and what was done to it. */
export interface BadFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Good files of every format that can be read. */
export async function writeGoodFiles(): Promise<readonly BadFile[]> {
  const procedures = [smallProcedure(), readExamples()[0]?.procedure ?? smallProcedure()];
  const files: BadFile[] = [];
  for (const procedure of procedures)
    for (const format of ['json', 'bpmn', 'xlsx', 'docx'] as const) {
      const result = await exportProcedure(procedure, format, nodeTools);
      if (!result.ok) throw new RangeError(`No ${format}`);
      const { bytes } = result.file;
      files.push({ name: format, bytes: typeof bytes === 'string' ? strToU8(bytes) : bytes });
    }
  return files;
}

/** `count` damaged files, the same for the same seed. */
export function damageFiles(
  good: readonly BadFile[],
  seed: number,
  count: number,
): readonly BadFile[] {
  const damage = fc.record({
    kind: fc.constantFrom('flip', 'remove', 'double', 'cut', 'word'),
    at: fc.nat(10_000_000),
    byte: fc.nat(255),
  });
  const bad = fc
    .record({
      file: fc.constantFrom(...good),
      damages: fc.array(damage, { minLength: 1, maxLength: 5 }),
      /** Behind the check sums of a zip file. */
      isInside: fc.boolean(),
      part: fc.nat(1000),
    })
    .map(({ file, damages, isInside, part }) => {
      const name = `${file.name}: ${JSON.stringify({ damages, isInside, part })}`;
      const spoil = (bytes: Uint8Array): Uint8Array => damages.reduce(toDamaged, bytes);
      const isZip = file.bytes[0] === 0x50;
      if (!isZip || !isInside) return { name, bytes: spoil(file.bytes) };
      return { name, bytes: changePart(file.bytes, part, spoil) };
    });
  return fc.sample(bad, { seed, numRuns: count });
}

interface Damage {
  readonly kind: string;
  readonly at: number;
  readonly byte: number;
}

function toDamaged(bytes: Uint8Array, { kind, at, byte }: Damage): Uint8Array {
  const index = at % (bytes.length + 1);
  const before = bytes.subarray(0, index);
  const rest = bytes.subarray(index);
  switch (kind) {
    case 'flip':
      return concat(before, Uint8Array.of(byte), rest.subarray(1));
    case 'remove':
      return concat(before, rest.subarray(1 + byte));
    case 'double':
      return concat(before, rest.subarray(0, byte * 10), rest);
    case 'cut':
      return before;
    default:
      return concat(before, words[byte % words.length] ?? before, rest);
  }
}

/** Words that have a meaning to somebody. */
const words = [
  '<',
  '>',
  '</',
  '<!--',
  '<![CDATA[',
  '&lol;',
  '&#x0;',
  '&#xffffffff;',
  '"',
  '{"__proto__":',
  '[[[[',
  '1e999',
  'null',
  '\u0000',
  '_x0000_',
  'A1048576',
  '\\ud800',
].map((word) => strToU8(word));

/** One of the parts with text, changed and packed again. */
function changePart(
  bytes: Uint8Array,
  part: number,
  change: (content: Uint8Array) => Uint8Array,
): Uint8Array {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts).filter((name) =>
    /xl\/(?:workbook|worksheets|sharedS|_rels)|customXml\/item/.test(name),
  );
  const name = names[part % names.length];
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([each, content]) => [
        each,
        each === name ? change(content) : content,
      ]),
    ),
  );
}

/** Files made to exhaust whoever reads them. */
export function makeBombs(good: readonly BadFile[]): readonly BadFile[] {
  const xlsx = good.find(({ name }) => name === 'xlsx')?.bytes ?? new Uint8Array();
  const docx = good.find(({ name }) => name === 'docx')?.bytes ?? new Uint8Array();
  const bpmn = strFromU8(good.find(({ name }) => name === 'bpmn')?.bytes ?? new Uint8Array());
  const inXlsx = (pattern: RegExp, xml: string): Uint8Array => replacePart(xlsx, pattern, xml);
  const bomb = (name: string, content: string | Uint8Array): BadFile => ({
    name,
    bytes: typeof content === 'string' ? strToU8(content) : content,
  });
  const laughs = toLaughs();
  // "Data", that of the steps.
  const sheet = /worksheets\/sheet3\.xml$/;
  return [
    bomb('json of brackets', '['.repeat(2_000_000)),
    bomb('json of objects', '{"a":'.repeat(500_000)),
    bomb(
      'json of steps',
      `{"format":"alur.sop","version":1,"steps":[${'{},'.repeat(1_000_000)}{}]}`,
    ),
    bomb('json with one long text', `{"title":"${'a'.repeat(4_900_000)}"}`),
    bomb('json larger than allowed', ' '.repeat(6 * MB)),
    bomb('bpmn with entities', bpmn.replace('?>', `?>${laughs}`)),
    bomb('bpmn of tags', `<?xml version="1.0"?>${'<a>'.repeat(500_000)}`),
    bomb('bpmn of siblings', bpmn.replace('</bpmn:process>', `${'<bpmn:task/>'.repeat(50_000)}$&`)),
    bomb('bpmn of attributes', `<a ${attributes(200_000)}/>`),
    bomb('bpmn without ends', '<!--'.repeat(1_000_000)),
    bomb('bpmn of quotes', `<a b="${'<'.repeat(4_000_000)}`),
    bomb('xlsx that unpacks to 40 MB', inXlsx(sheet, ' '.repeat(40 * MB))),
    bomb('xlsx with entities', inXlsx(sheet, `<?xml version="1.0"?>${laughs}<w>&i;</w>`)),
    bomb('xlsx of tags', inXlsx(sheet, `<?xml version="1.0"?>${'<c>'.repeat(1_000_000)}`)),
    bomb('xlsx of cells', inXlsx(sheet, toSheet('<c r="A1" t="s"><v>0</v></c>'.repeat(300_000)))),
    bomb('xlsx of rows', inXlsx(sheet, toSheet(toRows(100_000)))),
    bomb(
      'xlsx of one cell',
      inXlsx(sheet, toSheet(`<c t="str"><v>${'&amp;'.repeat(1e6)}</v></c>`)),
    ),
    bomb('xlsx of strings', inXlsx(/sharedStrings\.xml$/, toStrings(300_000))),
    bomb('xlsx of files', zipSync(toManyFiles(20_000), { level: 0 })),
    bomb('docx that unpacks to 40 MB', replacePart(docx, /item1\.xml$/, 'a'.repeat(40 * MB))),
    bomb('docx of entities', replacePart(docx, /item1\.xml$/, `${laughs}<sop>&i;</sop>`)),
    bomb('docx of starts', replacePart(docx, /item1\.xml$/, '<sop '.repeat(1_000_000))),
    bomb('zip of nothing', Uint8Array.of(0x50, 0x4b, 3, 4)),
    bomb('zip of zeros', concat(Uint8Array.of(0x50, 0x4b, 3, 4), new Uint8Array(4 * MB))),
    bomb('zip of ends', repeat(Uint8Array.of(0x50, 0x4b, 5, 6), 1_000_000)),
    bomb('zip of starts', repeat(Uint8Array.of(0x50, 0x4b, 3, 4), 1_000_000)),
  ];
}

const MB = 1024 * 1024;

/** Ten entities, each ten times the one before. */
function toLaughs(): string {
  const names = [...'abcdefghi'];
  const entities = names.map((name, index) => {
    const before = names[index - 1];
    return `<!ENTITY ${name} "${before ? `&${before};`.repeat(10) : 'lol'}">`;
  });
  return `<!DOCTYPE x [${entities.join('')}]>`;
}

function attributes(count: number): string {
  return Array.from({ length: count }, (_, index) => `a${index}="1"`).join(' ');
}

function toSheet(cells: string): string {
  return `<worksheet><sheetData><row r="1">${cells}</row></sheetData></worksheet>`;
}

function toRows(count: number): string {
  return Array.from({ length: count }, (_, row) => `</row><row r="${row}"><c><v>1</v></c>`).join(
    '',
  );
}

function toStrings(count: number): string {
  return `<sst>${'<si><t>a</t></si>'.repeat(count)}</sst>`;
}

function toManyFiles(count: number): Zippable {
  const files: Zippable = { 'xl/workbook.xml': strToU8('<workbook/>') };
  for (let index = 0; index < count; index++) files[`xl/${index}.xml`] = new Uint8Array();
  return files;
}

function replacePart(bytes: Uint8Array, pattern: RegExp, xml: string): Uint8Array {
  const parts = unzipSync(bytes);
  const replaced = Object.entries(parts).map(
    ([name, content]) => [name, pattern.test(name) ? strToU8(xml) : content] as const,
  );
  return zipSync(Object.fromEntries(replaced), { level: 1 });
}

function repeat(bytes: Uint8Array, count: number): Uint8Array {
  const whole = new Uint8Array(bytes.length * count);
  for (let index = 0; index < count; index++) whole.set(bytes, index * bytes.length);
  return whole;
}

function concat(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
