import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { toMinutesBlocks } from '#core/meeting/minutesBlocks.ts';
import { exportMinutes } from '#render/exportMinutes.ts';
import { nodeTools } from '#render/node/nodeTools.ts';
import { readPdfText } from '#tests/e2e/support/pdfText.ts';
import { endedMinutes } from '#tests/support/minutes.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

const minutes = {
  annexes: [],
  title: 'Pembahasan SOP',
  blocks: toMinutesBlocks(endedMinutes(), 'Asia/Jakarta'),
};

const annexes = [
  { title: 'A · Keadaan sekarang', question: 'Yang mana?', procedure: smallProcedure() },
  { title: 'B · Satu pintu', question: 'Yang mana?', procedure: smallProcedure() },
];

describe('the minutes as files', () => {
  it('are a PDF that says what the meeting decided', async () => {
    const { bytes, fileName } = await exportMinutes(minutes, 'pdf', nodeTools);

    const text = (await readPdfText(bytes)).join(' ');

    expect(fileName).toBe('Notula Pembahasan SOP.pdf');
    for (const words of ['NOTULA RAPAT', 'Budi Santoso, S.H.', 'Sebut dokumen', 'Formulir diganti'])
      expect(text).toContain(words);
  });

  it('are a Word file with real tables, whose heads repeat, and headings', async () => {
    const { bytes } = await exportMinutes(minutes, 'docx', nodeTools);

    const document = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());

    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(3);
    expect(document).toContain('<w:pStyle w:val="Heading1"/>');
    expect(document).toContain('Sebut dokumen, bukan berkas.');
  });

  it('have what was voted about behind them: drawn in the PDF, as pictures in Word', async () => {
    const pdf = await exportMinutes({ ...minutes, annexes }, 'pdf', nodeTools);
    const docx = await exportMinutes({ ...minutes, annexes }, 'docx', nodeTools);

    const pages = await readPdfText(pdf.bytes);
    expect(pages.at(-2)).toContain('Lampiran 1: A · Keadaan sekarang (Yang mana?)');
    expect(pages.at(-1)).toContain('Lampiran 2: B · Satu pintu (Yang mana?)');
    expect(pages.at(-1)).toContain(smallProcedure().steps[0]?.activity);
    const files = unzipSync(docx.bytes);
    expect(strFromU8(files['word/document.xml'] ?? new Uint8Array())).toContain(
      'Lampiran 2: B · Satu pintu',
    );
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(['word/media/lampiran1.png', 'word/media/lampiran2.png']),
    );
  });
});
