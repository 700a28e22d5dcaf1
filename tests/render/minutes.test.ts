import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { toMinutesBlocks } from '#core/meeting/minutesBlocks.ts';
import { exportMinutes } from '#render/exportMinutes.ts';
import { nodeTools } from '#render/node/nodeTools.ts';
import { readPdfText } from '#tests/e2e/support/pdfText.ts';
import { endedMinutes } from '#tests/support/minutes.ts';

const minutes = {
  title: 'Pembahasan SOP',
  blocks: toMinutesBlocks(endedMinutes(), 'Asia/Jakarta'),
};

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
});
