import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** The parts of an office file by their names, text or bytes. */
export type Parts = Readonly<Record<string, string | Uint8Array>>;

/** Zip files know no earlier year; always the same, so that the same pages give the same bytes. */
const ANY_DAY = new Date(1980, 0, 1);

/** The order of the parts is kept: readers want `[Content_Types].xml` first. */
export function zipParts(parts: Parts): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of Object.entries(parts))
    files[name] = typeof content === 'string' ? strToU8(content) : content;
  return zipSync(files, { level: 6, mtime: ANY_DAY });
}

/** Whether bytes begin as a zip file does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

const MAX_ENTRIES = 5000;
const MAX_PART_BYTES = 32 * 1024 * 1024;

/**
 * The wanted parts of a zip file as text. Undefined where it is broken, or where it would unpack to
 * more than a person's office file does.
 */
export function unzipTexts(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
): ReadonlyMap<string, string> | undefined {
  let entries = 0;
  let size = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        entries += 1;
        if (entries > MAX_ENTRIES) throw new RangeError('too many parts');
        if (!isWanted(name)) return false;
        size += originalSize;
        if (size > MAX_PART_BYTES) throw new RangeError('unpacks to too much');
        return true;
      },
    });
    return new Map(Object.entries(files).map(([name, part]) => [name, strFromU8(part)]));
  } catch {
    return undefined;
  }
}
