import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TypeFamily } from '#core/layout/text/widthTable.ts';
import { toFontFile } from '#render/fontFiles.ts';
import type { FontBytes } from '#render/renderTools.ts';

/** Paths of a family's two files. */
interface FontPaths {
  readonly regular: string;
  readonly bold: string;
}

/** Where a family's files lie, the same from source and from the built programs. */
export function findFonts(family: TypeFamily, ending: 'ttf' | 'woff2' = 'ttf'): FontPaths {
  const folder = findFontFolder();
  return {
    regular: join(folder, toFontFile(family, 'regular', ending)),
    bold: join(folder, toFontFile(family, 'bold', ending)),
  };
}

/** A family's files, read once. */
export function readFonts(family: TypeFamily, ending: 'ttf' | 'woff2' = 'ttf'): FontBytes {
  const { regular, bold } = findFonts(family, ending);
  return { regular: readOnce(regular), bold: readOnce(bold) };
}

const contents = new Map<string, Uint8Array>();

function readOnce(path: string): Uint8Array {
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
