/**
 * The colour space sRGB (IEC 61966-2-1) as an ICC profile of version 4: what the red, green and blue
 * of a file look like, for readers of any time.
 */
export function toSrgbProfile(): Uint8Array {
  const curve = toCurve();
  const tags: readonly (readonly [name: string, data: Uint8Array])[] = [
    ['desc', toText('sRGB IEC61966-2.1')],
    ['cprt', toText('No copyright, use freely')],
    ['wtpt', toColors('XYZ ', [WHITE])],
    ['chad', toColors('sf32', ADAPTATION)],
    ['rXYZ', toColors('XYZ ', [[0.43607, 0.22249, 0.01392]])],
    ['gXYZ', toColors('XYZ ', [[0.38515, 0.71687, 0.09708]])],
    ['bXYZ', toColors('XYZ ', [[0.14307, 0.06061, 0.7141]])],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const first = HEADER_LENGTH + 4 + tags.length * 12;
  const places = new Map<Uint8Array, number>();
  let length = first;
  for (const [, data] of tags) {
    if (places.has(data)) continue;
    places.set(data, length);
    length += data.length;
  }
  const profile = new Uint8Array(length);
  const view = new DataView(profile.buffer);
  writeHeader(view, length);
  view.setUint32(HEADER_LENGTH, tags.length);
  tags.forEach(([name, data], index) => {
    const entry = HEADER_LENGTH + 4 + index * 12;
    const place = places.get(data) ?? 0;
    writeText(view, entry, name);
    view.setUint32(entry + 4, place);
    view.setUint32(entry + 8, data.length);
    profile.set(data, place);
  });
  return profile;
}

const HEADER_LENGTH = 128;

/** D50, the light to which all colours of a profile are related. */
const WHITE = [0.9642, 1, 0.8249] as const;

/** From the light of sRGB, D65, to D50 (Bradford). */
const ADAPTATION = [
  [1.04788, 0.02292, -0.0502],
  [0.02959, 0.99048, -0.01706],
  [-0.00923, 0.01508, 0.75168],
] as const;

function writeHeader(view: DataView, length: number): void {
  view.setUint32(0, length);
  view.setUint32(8, 0x04300000);
  writeText(view, 12, 'mntrRGB XYZ ');
  // A day without meaning, so that the bytes are always the same: 1 January 2020.
  view.setUint16(24, 2020);
  view.setUint16(26, 1);
  view.setUint16(28, 1);
  writeText(view, 36, 'acsp');
  WHITE.forEach((value, index) => {
    view.setInt32(68 + index * 4, toFixed(value));
  });
}

/** How light a value is: ((x + 0.055) / 1.055) ^ 2.4, and x / 12.92 up to 0.04045. */
function toCurve(): Uint8Array {
  const values = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045];
  const view = toTag('para', 12 + values.length * 4);
  view.setUint16(8, 3);
  values.forEach((value, index) => {
    view.setInt32(12 + index * 4, toFixed(value));
  });
  return new Uint8Array(view.buffer);
}

function toColors(type: string, rows: readonly (readonly number[])[]): Uint8Array {
  const values = rows.flat();
  const view = toTag(type, 8 + values.length * 4);
  values.forEach((value, index) => {
    view.setInt32(8 + index * 4, toFixed(value));
  });
  return new Uint8Array(view.buffer);
}

/** A text in one language. */
function toText(text: string): Uint8Array {
  const view = toTag('mluc', 28 + Math.ceil(text.length / 2) * 4);
  view.setUint32(8, 1);
  view.setUint32(12, 12);
  writeText(view, 16, 'enUS');
  view.setUint32(20, text.length * 2);
  view.setUint32(24, 28);
  [...text].forEach((letter, index) => {
    view.setUint16(28 + index * 2, letter.charCodeAt(0));
  });
  return new Uint8Array(view.buffer);
}

function toTag(type: string, length: number): DataView {
  const view = new DataView(new ArrayBuffer(length));
  writeText(view, 0, type);
  return view;
}

function writeText(view: DataView, place: number, text: string): void {
  [...text].forEach((letter, index) => {
    view.setUint8(place + index, letter.charCodeAt(0));
  });
}

/** s15Fixed16Number: 16 bits before the point and 16 after it. */
function toFixed(value: number): number {
  return Math.round(value * 65_536);
}
