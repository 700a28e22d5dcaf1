import PDFDocument from 'pdfkit';
import type { Scene } from '#core/export/scene.ts';
import { registerFonts } from './pdf/registerFonts.ts';
import { declareStandards, type PdfProfile } from './pdf/standards.ts';
import { TaggedPages } from './pdf/TaggedPages.ts';
import type { DrawPicture, FontBytes, RenderTools } from './renderTools.ts';

export interface PdfOptions {
  readonly title: string;
  /** The bytes of the family's files; what is used of them is embedded. */
  readonly fonts: FontBytes;
  readonly drawPicture: DrawPicture;
  /** Written into the file; always the same when absent, so that the same pages give the same bytes. */
  readonly createdAt?: Date;
  readonly profile?: PdfProfile | undefined;
  readonly onPage?: RenderTools['onPage'];
}

const ANY_DAY = new Date('2020-01-01T00:00:00Z');

/** Pages as one tagged PDF (PDF/UA-1): vectors, text as text, fonts embedded as far as they are used. */
export async function renderPdf(
  scenes: readonly Scene[],
  { title, fonts, drawPicture, onPage, profile, createdAt = ANY_DAY }: PdfOptions,
): Promise<Uint8Array> {
  const document = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    // No font to begin with: pdfkit's own would have to be read from the disk.
    font: '',
    pdfVersion: '1.7',
    tagged: true,
    lang: 'id-ID',
    displayTitle: true,
    info: { Title: title, Creator: 'Alur', Producer: 'Alur', CreationDate: createdAt },
  });
  const bytes = collect(document);
  declareStandards(document, title, profile);
  registerFonts(document, fonts);
  const family = scenes[0]?.family ?? 'arial';
  const pages = new TaggedPages({ document, drawPicture, family });
  for (const [index, scene] of scenes.entries()) {
    pages.addPage(scene);
    onPage?.(index + 1, scenes.length);
  }
  pages.end();
  document.end();
  return bytes;
}

function collect(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('end', () => resolve(join(chunks)));
    document.on('error', reject);
  });
}

function join(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let end = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, end);
    end += chunk.length;
  }
  return bytes;
}
