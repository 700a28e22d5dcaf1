import { type FontPacking, toFallbackFile, toFontFile } from '#render/fontFiles.ts';
import type { FontNeeds } from '#render/fontNeeds.ts';
import type { FontBytes } from '#render/renderTools.ts';

export function readFonts(needs: FontNeeds): Promise<FontBytes> {
  return readFiles(needs, 'whole');
}

export function readWebFonts(needs: FontNeeds): Promise<FontBytes> {
  return readFiles(needs, 'web');
}

async function readFiles(
  { family, isFallbackNeeded = false }: FontNeeds,
  packing: FontPacking,
): Promise<FontBytes> {
  const [regular, bold, fallback] = await Promise.all([
    fetchOnce(toFontFile(family, 'regular', packing)),
    fetchOnce(toFontFile(family, 'bold', packing)),
    isFallbackNeeded ? fetchOnce(toFallbackFile(packing)) : undefined,
  ]);
  return { regular, bold, ...(fallback && { fallback }) };
}

const fetched = new Map<string, Promise<Uint8Array>>();

/** Kept once it is there; a failed try is forgotten. */
function fetchOnce(file: string): Promise<Uint8Array> {
  const bytes = fetched.get(file) ?? fetchBytes(`${import.meta.env.BASE_URL}fonts/${file}`);
  fetched.set(file, bytes);
  bytes.catch(() => fetched.delete(file));
  return bytes;
}

async function fetchBytes(path: string): Promise<Uint8Array> {
  const answer = await fetch(path);
  if (!answer.ok) throw new RangeError(`${path}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}
