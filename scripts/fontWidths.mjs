// Writes the advance widths of the page fonts into src/core/layout/text (docs/adr/0004-font-metrics.md).
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSync } from 'fontkit';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const families = [{ name: 'arimo', file: 'Arimo' }];

for (const { name, file } of families) {
  const regular = openSync(join(root, `public/fonts/${file}-Regular.ttf`));
  const bold = openSync(join(root, `public/fonts/${file}-Bold.ttf`));
  const source = `// Written by scripts/fontWidths.mjs from public/fonts/${file}-*.ttf; not to be edited.
import type { FontWidths } from './fontWidths.ts';

export const ${name}Widths: FontWidths = {
  unitsPerEm: ${regular.unitsPerEm},
  ascent: ${regular.ascent},
  descent: ${-regular.descent},
  regular:
    '${encode(regular)}',
  bold: '${encode(bold)}',
};
`;
  writeFileSync(join(root, `src/core/layout/text/${name}Widths.ts`), source);
}

/** Runs of characters in a row, `;` between them: the gap before the run, then each width, `*n` when repeated. */
function encode(font) {
  const runs = [];
  let next = 0;
  for (const character of font.characterSet.filter((each) => each >= 32 && each < 0xffff)) {
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
