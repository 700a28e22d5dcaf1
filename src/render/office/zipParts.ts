import { strFromU8, strToU8, Unzip, UnzipInflate, type Zippable, zipSync } from 'fflate';

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
const MAX_BYTES = 32 * 1024 * 1024;
/** Unpacked at once: a thousandfold of it at most, whatever the file says of its sizes. */
const STRIDE = 16 * 1024;

/**
 * The wanted parts of a zip file as text. Undefined where it is broken, or where it would unpack to
 * more than a person's office file does.
 */
export function unzipTexts(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
): ReadonlyMap<string, string> | undefined {
  const parts = new Map<string, Uint8Array[]>();
  let room = MAX_BYTES;
  let entries = 0;
  let openCount = 0;
  const unzip = new Unzip((file) => {
    entries += 1;
    if (entries > MAX_ENTRIES) throw new RangeError('too many parts');
    if (!isWanted(file.name)) return;
    const chunks: Uint8Array[] = [];
    parts.set(file.name, chunks);
    openCount += 1;
    file.ondata = (error, chunk, isLast) => {
      if (error) throw error;
      if (isLast) openCount -= 1;
      room -= chunk.length;
      if (room < 0) throw new RangeError('unpacks to too much');
      chunks.push(chunk);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += STRIDE)
      unzip.push(bytes.subarray(at, at + STRIDE), at + STRIDE >= bytes.length);
    if (openCount > 0) return undefined;
    return new Map([...parts].map(([name, chunks]) => [name, strFromU8(concat(chunks))]));
  } catch {
    return undefined;
  }
}

function concat(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
