// Writes the advance widths of the page fonts into src/core/layout/text (docs/adr/0004-font-metrics.md).
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSync } from 'fontkit';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, 'src/core/layout/text');

/** Latin with its punctuation, currency and common signs: what is not here the fallback font draws. */
const latin = [
  [0x20, 0x17f],
  [0x218, 0x21b],
  [0x2c6, 0x2dd],
  [0x2010, 0x2044],
  [0x20a0, 0x20bf],
  [0x2116, 0x2126],
  [0x2190, 0x2195],
  [0x2200, 0x2265],
];
const families = [
  { name: 'arimo', file: 'Arimo', ending: 'ttf', ranges: latin },
  { name: 'bonum', file: 'Bonum', ending: 'otf', ranges: latin },
  { name: 'tinos', file: 'Tinos', ending: 'ttf', ranges: latin },
];

for (const { name, file, ending, ranges } of families) {
  const regular = openSync(join(root, `public/fonts/${file}-Regular.${ending}`));
  const bold = openSync(join(root, `public/fonts/${file}-Bold.${ending}`));
  const source = `// Written by scripts/fontWidths.mjs from public/fonts/${file}-*.${ending}; not to be edited.
import type { FontWidths } from './fontWidths.ts';

export const ${name}Widths: FontWidths = {
  unitsPerEm: ${regular.unitsPerEm},
  ascent: ${regular.ascent},
  descent: ${-regular.descent},
  regular:
    '${encode(regular, ranges)}',
  bold: '${encode(bold, ranges)}',
};
`;
  writeFileSync(join(folder, `${name}Widths.ts`), source);
}

const fallback = openSync(join(root, 'public/fonts/DejaVuSans.ttf'));
writeFileSync(
  join(folder, 'fallbackWidths.ts'),
  `// Written by scripts/fontWidths.mjs from public/fonts/DejaVuSans.ttf; not to be edited.

/** What DejaVu Sans has: it draws what a type family lacks. */
export const fallbackWidths = {
  unitsPerEm: ${fallback.unitsPerEm},
  packed:
    '${encode(fallback, [[0x20, 0x1ffff]])}',
};
`,
);

/** Runs of characters in a row, `;` between them: the gap before the run, then each width, `*n` when repeated. */
function encode(font, ranges) {
  const runs = [];
  let next = 0;
  const isWanted = (each) => ranges.some(([first, last]) => each >= first && each <= last);
  for (const character of font.characterSet.filter(isWanted)) {
    if (character !== next || runs.length === 0) runs.push({ gap: character - next, widths: [] });
    runs.at(-1).widths.push(font.glyphForCodePoint(character).advanceWidth);
    next = character + 1;
  }
  return runs.map(({ gap, widths }) => `${gap.toString(36)}:${encodeWidths(widths)}`).join(';');
}

function encodeWidths(widths) {
  const parts = [];
  for (let index = 0; index < widths.length; ) {
    let end = index + 1;
    while (widths[end] === widths[index]) end += 1;
    const width = widths[index].toString(36);
    parts.push(end - index > 1 ? `${width}*${(end - index).toString(36)}` : width);
    index = end;
  }
  return parts.join(' ');
}
