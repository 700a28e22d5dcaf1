/** A time span in working minutes; both are the same unless the text gives a range. */
export interface Duration {
  readonly least: number;
  readonly most: number;
}

type DurationUnit = 'menit' | 'jam' | 'hari' | 'hari kerja' | 'minggu' | 'bulan' | 'tahun';

/** Civil servants work 37.5 hours a week: 7.5 hours a day. */
const WORKDAY_MINUTES = 450;

const unitMinutes: Readonly<Record<DurationUnit, number>> = {
  menit: 1,
  jam: 60,
  hari: WORKDAY_MINUTES,
  'hari kerja': WORKDAY_MINUTES,
  minggu: 5 * WORKDAY_MINUTES,
  bulan: 21 * WORKDAY_MINUTES,
  tahun: 250 * WORKDAY_MINUTES,
};

export interface ParsedDuration extends Duration {
  readonly units: readonly DurationUnit[];
  /** The text is nothing but numbers and units, as the rules ask for. */
  readonly isPlain: boolean;
}

const PART =
  /(\d+(?:[.,]\d+)?)(?:\s*(?:-|–|s\.?d\.?|sampai(?: dengan)?)\s*(\d+(?:[.,]\d+)?))?\s*(?:\([^)]*\)\s*)?(menit|jam|hari kerja|hari|minggu|bulan|tahun)\b/giu;

/** What may stand before or between the parts without making the time unclear. */
const LIMIT = /\b(?:paling (?:lama|lambat)|maksimal|maks\.?|selambat-lambatnya|kurang dari)\b/iu;

/** Reads "2 hari kerja", "30 menit", "1 jam 30 menit", "2-3 hari"; undefined where no time is named. */
export function parseDuration(text: string): ParsedDuration | undefined {
  const parts = [...text.matchAll(PART)];
  if (parts.length === 0) return undefined;
  let least = 0;
  let most = 0;
  const units: DurationUnit[] = [];
  for (const [, first = '', second, unitText = ''] of parts) {
    const unit = toUnit(unitText);
    units.push(unit);
    least += toNumber(first) * unitMinutes[unit];
    most += toNumber(second ?? first) * unitMinutes[unit];
  }
  const rest = text.replace(PART, '').replace(/[\s,.±~]|\bdan\b/giu, '');
  return { least: LIMIT.test(text) ? 0 : least, most, units, isPlain: rest === '' };
}

function toUnit(text: string): DurationUnit {
  const name = text.toLowerCase().replace(/\s+/g, ' ');
  return isUnit(name) ? name : 'menit';
}

function isUnit(name: string): name is DurationUnit {
  return name in unitMinutes;
}

function toNumber(digits: string): number {
  return Number(digits.replace(',', '.'));
}

/** "2 hari kerja 3 jam 30 menit", of working minutes. */
export function formatDuration(minutes: number): string {
  const whole = Math.round(minutes);
  const days = Math.floor(whole / WORKDAY_MINUTES);
  const hours = Math.floor((whole % WORKDAY_MINUTES) / 60);
  const rest = (whole % WORKDAY_MINUTES) % 60;
  const parts = [
    ...(days > 0 ? [`${days} hari kerja`] : []),
    ...(hours > 0 ? [`${hours} jam`] : []),
    ...(rest > 0 ? [`${rest} menit`] : []),
  ];
  return parts.length === 0 ? '0 menit' : parts.join(' ');
}
