/**
 * The next number after those that the office gave, in the pattern of the first of them that has one: the
 * leading figures count on, a year becomes `year`. Undefined when no number begins with figures.
 */
export function toNextNumber(numbers: readonly string[], year: number): string | undefined {
  const [first] = numbers.flatMap((number) => readNumber(number) ?? []);
  if (!first) return undefined;
  const alike = numbers
    .flatMap((number) => readNumber(number) ?? [])
    .filter(({ pattern }) => pattern === first.pattern);
  const ofThisYear = alike.filter((number) => number.year === undefined || number.year === year);
  const last = Math.max(0, ...ofThisYear.map(({ count }) => count));
  const count = String(last + 1).padStart(first.width, '0');
  return first.pattern.replace('{nomor}', count).replace('{tahun}', String(year));
}

interface ReadNumber {
  /** "{nomor}/OT.02/{tahun}". */
  readonly pattern: string;
  readonly count: number;
  /** How many figures the counting number has at least. */
  readonly width: number;
  readonly year: number | undefined;
}

function readNumber(number: string): ReadNumber | undefined {
  const [, digits, rest = ''] = /^(\d{1,6})(\D.*)$/u.exec(number.trim()) ?? [];
  if (digits === undefined) return undefined;
  const year = /(?<!\d)20\d\d(?!\d)/.exec(rest)?.[0];
  return {
    pattern: `{nomor}${year === undefined ? rest : rest.replace(year, '{tahun}')}`,
    count: Number(digits),
    width: digits.startsWith('0') ? digits.length : 1,
    year: year === undefined ? undefined : Number(year),
  };
}
