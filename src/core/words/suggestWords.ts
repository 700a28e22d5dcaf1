/** The texts that go on from what is typed, the likeliest first; itself is none of them. */
export function suggestWords(
  typed: string,
  known: readonly string[],
  most: number,
): readonly string[] {
  const start = typed.trim().toLowerCase();
  if (start.length < 2) return [];
  const others = [...new Set(known)].filter((text) => text.toLowerCase() !== start);
  const begins = others.filter((text) => text.toLowerCase().startsWith(start));
  const holds = others.filter(
    (text) => !begins.includes(text) && ` ${text.toLowerCase()}`.includes(` ${start}`),
  );
  return [...begins, ...holds].slice(0, most);
}

const units = ['menit', 'jam', 'hari kerja', 'hari', 'minggu', 'bulan'] as const;

/** Short forms that people write, by the unit that they mean. */
const shortForms: Readonly<Record<string, readonly (typeof units)[number][]>> = {
  m: ['menit', 'minggu'],
  mnt: ['menit'],
  min: ['menit'],
  j: ['jam'],
  h: ['hari kerja', 'hari'],
  hr: ['hari', 'hari kerja'],
  hk: ['hari kerja'],
  mg: ['minggu'],
  mgg: ['minggu'],
  bln: ['bulan'],
  b: ['bulan'],
};

/** "2" → "2 menit", "2 jam" …; "1 jam 30" → "1 jam 30 menit"; "3 hr" → "3 hari". Empty where nothing fits. */
export function suggestDurations(typed: string): readonly string[] {
  const [, before = '', amount, unit = ''] =
    /^((?:.*\s)?)(\d+(?:[.,]\d+)?)\s*([a-z ]*)$/iu.exec(typed.trim()) ?? [];
  if (amount === undefined) return [];
  const start = unit.trim().toLowerCase();
  const meant = shortForms[start] ?? units.filter((each) => each.startsWith(start));
  return meant.filter((each) => each !== start).map((each) => `${before}${amount} ${each}`);
}
