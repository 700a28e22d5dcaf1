import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TypeFamily } from '#core/layout/text/widthTable.ts';

/** The two files of a type family. */
export interface FontFiles {
  readonly regular: string;
  readonly bold: string;
}

/** Those that the widths of `#core/layout/text/widthTable.ts` were measured from. */
const fileNames: Readonly<Record<TypeFamily, string>> = {
  arial: 'Arimo',
  bookman: 'Arimo',
  times: 'Arimo',
};

/** Paths of a family's files, the same from source and from the built programs. */
export function findFonts(family: TypeFamily): FontFiles {
  const folder = findFontFolder();
  const name = fileNames[family];
  return { regular: join(folder, `${name}-Regular.ttf`), bold: join(folder, `${name}-Bold.ttf`) };
}

const contents = new Map<string, Uint8Array>();

/** The bytes of a font file, read once. */
export function readFont(path: string): Uint8Array {
  const known = contents.get(path);
  if (known) return known;
  const bytes = readFileSync(path);
  contents.set(path, bytes);
  return bytes;
}

function findFontFolder(): string {
  const start = dirname(fileURLToPath(import.meta.url));
  for (let folder = start; ; folder = dirname(folder)) {
    const fonts = join(folder, 'public', 'fonts');
    if (existsSync(join(fonts, 'Arimo-Regular.ttf'))) return fonts;
    if (folder === dirname(folder)) throw new RangeError(`No public/fonts above ${start}`);
  }
}
