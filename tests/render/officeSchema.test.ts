import validate, { type Format } from '@ooxml-tools/validate';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { toMinutesBlocks } from '#core/meeting/minutesBlocks.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { exportMinutes } from '#render/exportMinutes.ts';
import { exportProcedure } from '#render/exportProcedure.ts';
import { nodeTools } from '#render/node/nodeTools.ts';
import { readExample, readExamples } from '#tests/support/examples.ts';
import { endedMinutes } from '#tests/support/minutes.ts';

const samples: readonly { readonly name: string; readonly procedure: Procedure }[] = [
  ...readExamples(),
  { name: 'with-everything', procedure: withEverything() },
];

/** Microsoft's own validator, compiled to WebAssembly; it takes its time to start. */
describe('the schema of Office files', { timeout: 120_000 }, () => {
  it('is what the validator looks at, in both branches', async () => {
    const bytes = await write('docx', withEverything());

    const spoiled = edit(bytes, (xml) => xml.replace('<wpc:bg/>', '<wpc:whole/><wpc:bg/>'));

    expect(await findProblems(spoiled, 'docx', 'Choice')).not.toEqual([]);
  });

  it.each(samples)('is kept by $name as a Word file', async ({ procedure }) => {
    const bytes = await write('docx', procedure);

    expect(await findProblems(bytes, 'docx')).toEqual([]);
    expect(await findProblems(bytes, 'docx', 'Choice')).toEqual([]);
  });

  it('is kept by the minutes of a meeting', async () => {
    const minutes = {
      title: 'Rapat',
      blocks: toMinutesBlocks(endedMinutes(), 'Asia/Jakarta'),
      annexes: samples.slice(0, 1).map(({ name, procedure }) => ({
        title: name,
        question: 'Yang mana?',
        procedure,
      })),
    };

    const { bytes } = await exportMinutes(minutes, 'docx', nodeTools);

    expect(await findProblems(bytes, 'docx')).toEqual([]);
  });

  it.each(samples)('is kept by $name as an Excel file', async ({ procedure }) => {
    const bytes = await write('xlsx', procedure);

    expect(await findProblems(bytes, 'xlsx')).toEqual([]);
    expect(await findProblems(bytes, 'xlsx', 'Choice')).toEqual([]);
  });
});

async function write(format: 'docx' | 'xlsx', procedure: Procedure): Promise<Uint8Array> {
  const result = await exportProcedure(procedure, format, nodeTools);
  if (!result.ok) throw new Error('nothing written');
  return result.file.bytes;
}

/** Of alternatives the validator reads the fallback; with `Choice`, that stands in their place. */
async function findProblems(bytes: Uint8Array, format: Format, branch?: 'Choice') {
  const file = branch ? edit(bytes, takeChoices) : bytes;
  const problems = await validate(file, format, 'Microsoft365');
  return problems.map(({ description, path }) => `${path.partUri} ${path.xpath}: ${description}`);
}

function takeChoices(xml: string): string {
  const alternatives =
    /<mc:AlternateContent>\s*<mc:Choice[^>]*>(.*?)<\/mc:Choice>.*?<\/mc:AlternateContent>/gs;
  return xml.replace(alternatives, (_, choice: string) => choice);
}

function edit(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, content]) => [
    name,
    name.endsWith('.xml') ? strToU8(change(strFromU8(content))) : content,
  ]);
  return zipSync(Object.fromEntries(parts));
}

/** Logo, cover, decree, groups, numbers of columns, a note and a mark, in another type. */
function withEverything(): Procedure {
  const example = readExample('permohonan-informasi-publik');
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>';
  return {
    ...example,
    identity: { ...example.identity, logo: `data:image/svg+xml;base64,${btoa(svg)}` },
    actors: example.actors.map((actor, index) => (index < 2 ? { ...actor, group: 'Desk' } : actor)),
    settings: {
      paper: 'f4',
      typeFamily: 'bookman',
      columnNumbers: true,
      startsOnIdentityPage: true,
      draftMark: true,
      cover: true,
      decreePage: true,
      tableNote: 'Keterangan: waktu dihitung dalam hari kerja.',
    },
  };
}
