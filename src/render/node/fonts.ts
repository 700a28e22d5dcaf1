import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type FontPacking, toFallbackFile, toFontFile } from '#render/fontFiles.ts';
import type { FontNeeds } from '#render/fontNeeds.ts';
import type { FontBytes } from '#render/renderTools.ts';

/** Paths of the files that a page needs, the same from source and from the built programs. */
export function findFonts(
  { family, isFallbackNeeded = false }: FontNeeds,
  packing: FontPacking,
): { readonly regular: string; readonly bold: string; readonly fallback?: string } {
  const folder = findFontFolder();
  return {
    regular: join(folder, toFontFile(family, 'regular', packing)),
    bold: join(folder, toFontFile(family, 'bold', packing)),
    ...(isFallbackNeeded && { fallback: join(folder, toFallbackFile(packing)) }),
  };
}

/** Their contents, read once. */
export function readFonts(needs: FontNeeds, packing: FontPacking): FontBytes {
  const { regular, bold, fallback } = findFonts(needs, packing);
  return {
    regular: readOnce(regular),
    bold: readOnce(bold),
    ...(fallback && { fallback: readOnce(fallback) }),
  };
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
