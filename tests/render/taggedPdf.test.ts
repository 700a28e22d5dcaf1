import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument, OPS, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { toScenes } from '#core/export/toScene.ts';
import { layoutDocument } from '#core/layout/layoutDocument.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { exportProcedure } from '#render/exportProcedure.ts';
import { nodeTools } from '#render/node/nodeTools.ts';
import { readExample, readExamples } from '#tests/support/examples.ts';
import { hasQpdf } from '#tests/support/qpdf.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

describe('the tagged PDF', () => {
  it('tells readers the table row by row, with headings and figures in their cells', async () => {
    const tree = await readTree(smallProcedure());

    const start = tree.indexOf('TH: 2');
    expect(tree.slice(start - 1, start + 11)).toEqual([
      'TR',
      'TH: 2',
      'TD: Memeriksa surat',
      'TD: ',
      'TD: ',
      'Figure (Langkah 2, Kasubag, keputusan: Memeriksa surat): ',
      'Figure (dari langkah 2 ke langkah 3, Ya): Ya',
      'Figure (dari langkah 2 ke langkah 1, Tidak): Tidak',
      'TD: ',
      'TD: Berkas',
      'TD: 5 menit',
      'TD: Catatan',
    ]);
  });

  it('keeps a table that goes on over pages one table, its headings said once', async () => {
    const procedure = readExample('permohonan-informasi-publik');

    const tree = await readTree(procedure);
    const file = Buffer.from(await toPdf(procedure)).toString('latin1');

    expect(layoutDocument(procedure).pages.length).toBeGreaterThan(2);
    expect(file.match(/\/S \/Table\b/g)).toHaveLength(2);
    expect(tree.filter((line) => line === 'TH: Kegiatan')).toHaveLength(1);
  });

  it.each(readExamples())('describes every symbol and arrow of $name', async ({ procedure }) => {
    const described = toScenes(layoutDocument(procedure), procedure).flatMap(({ items }) =>
      items.flatMap((item) => ('description' in item ? [item.description] : [])),
    );

    const tree = await readTree(procedure);

    const figures = tree.flatMap((line) => /^Figure \((.*)\): /s.exec(line)?.[1] ?? []);
    expect(figures.toSorted()).toEqual(described.toSorted());
  });

  it('leaves page numbers and the draft mark out', async () => {
    const tree = await readTree({ ...smallProcedure(), settings: { draftMark: true } });

    expect(tree.join('\n')).not.toMatch(/Halaman 1 dari|DRAF/);
  });

  it('reads cover and decree as texts, not as a table', async () => {
    const small = smallProcedure();

    const tree = await readTree({ ...small, settings: { cover: true, decreePage: true } });
    const alone = await readTree(small);

    expect(tree).toEqual(alone);
    expect(await readTexts({ ...small, settings: { cover: true } }, 1)).toContain(
      `P: ${small.identity.title}`,
    );
  });

  it.each(readExamples())('marks all that is drawn in $name, once', async ({ procedure }) => {
    const document = await open({ ...procedure, settings: { cover: true, draftMark: true } });

    const depths = new Set<number>();
    for (let number = 1; number <= document.numPages; number += 1)
      for (const depth of findDrawnDepths(await (await document.getPage(number)).getOperatorList()))
        depths.add(depth);

    expect([...depths]).toEqual([1]);
    await document.destroy();
  });

  it('says title and conformance in well-formed metadata', async () => {
    const small = smallProcedure();
    const title = 'A & B <dan> "C"';

    const document = await open({ ...small, identity: { ...small.identity, title } });

    const { info, metadata } = await document.getMetadata();
    expect(metadata?.get('dc:title')).toBe(title);
    expect(info).toMatchObject({ Title: title, Language: 'id-ID' });
    expect(metadata?.get('pdfuaid:part')).toBe('1');
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
    await document.destroy();
  });

  it.skipIf(!hasQpdf)('is sound to qpdf', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'alur-pdf-'));
    const path = join(folder, 'page.pdf');
    writeFileSync(path, await toPdf(smallProcedure()));

    const said = execFileSync('qpdf', ['--check', path], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });

    expect(said).toContain('No syntax or stream encoding errors');
  });
});

async function toPdf(procedure: Procedure): Promise<Uint8Array> {
  const result = await exportProcedure(procedure, 'pdf', nodeTools);
  if (!result.ok) throw new Error('no page');
  return result.file.bytes;
}

async function open(procedure: Procedure): Promise<PDFDocumentProxy> {
  const data = new Uint8Array(await toPdf(procedure));
  return getDocument({ data, verbosity: 0 }).promise;
}

/** What a reader meets, a line an element: its tag, its description, its own text. */
async function readTree(procedure: Procedure): Promise<readonly string[]> {
  const document = await open(procedure);
  const lines: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const texts = await readMarkedTexts(page);
    addNode(lines, await page.getStructTree(), texts);
  }
  await document.destroy();
  return lines;
}

const opening = new Set<number>([OPS.beginMarkedContent, OPS.beginMarkedContentProps]);
const drawing = new Set<number>([OPS.constructPath, OPS.showText, OPS.paintImageXObject]);

/** In how many marks each drawn thing stands. */
function findDrawnDepths({ fnArray }: { readonly fnArray: readonly number[] }): readonly number[] {
  let depth = 0;
  return fnArray.flatMap((operator) => {
    if (opening.has(operator)) depth += 1;
    if (operator === OPS.endMarkedContent) depth -= 1;
    return drawing.has(operator) ? [depth] : [];
  });
}

/** The texts of a page that stand in no table. */
async function readTexts(procedure: Procedure, number: number): Promise<readonly string[]> {
  const document = await open(procedure);
  const page = await document.getPage(number);
  const { children = [] }: TreeNode = await page.getStructTree();
  const texts = await readMarkedTexts(page);
  const own = children.flatMap((child: TreeNode) =>
    child.role === 'Document' ? (child.children ?? []) : [child],
  );
  await document.destroy();
  return own.map((child) => `${child.role}: ${readText(child, texts)}`);
}

type Page = Awaited<ReturnType<PDFDocumentProxy['getPage']>>;

async function readMarkedTexts(page: Page): Promise<ReadonlyMap<string, string>> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const texts = new Map<string, string>();
  let open = '';
  for (const item of items)
    if ('str' in item) {
      // pdf.js puts a space of its own where text begins at another place.
      if (item.str !== ' ') texts.set(open, (texts.get(open) ?? '') + item.str);
    } else open = item.type === 'beginMarkedContentProps' ? item.id : '';
  return texts;
}

interface TreeNode {
  readonly role?: string;
  readonly alt?: string;
  readonly id?: string;
  readonly children?: readonly TreeNode[];
}

function addNode(lines: string[], node: TreeNode, texts: ReadonlyMap<string, string>): void {
  const { role, alt = '', children = [] } = node;
  if (role === 'TR') lines.push('TR');
  if (role === 'TH' || role === 'TD') {
    const paragraphs = children.filter((child) => child.role === 'P');
    lines.push(`${role}: ${paragraphs.map((each) => readText(each, texts)).join('|')}`);
  }
  if (role === 'Figure') lines.push(`Figure (${alt}): ${readText(node, texts)}`);
  for (const child of children) addNode(lines, child, texts);
}

function readText({ id, children = [] }: TreeNode, texts: ReadonlyMap<string, string>): string {
  return (texts.get(id ?? '') ?? '') + children.map((child) => readText(child, texts)).join('');
}
