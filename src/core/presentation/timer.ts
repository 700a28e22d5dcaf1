/** How a presentation stands in its time: within it, near its end, or beyond. */
type TimerTone = 'within' | 'near' | 'over';

export interface Timer {
  /** "7:05", "1:02:05". */
  readonly elapsed: string;
  readonly tone: TimerTone;
  /** Minutes that are left of the plan, rounded up; below zero beyond it. Null without a plan. */
  readonly minutesLeft: number | null;
}

/** The share of the planned time from which its end is near. */
const nearShare = 0.8;

/** Reads the timer. `elapsedMs` below zero counts as zero; `plannedMinutes` is null without a plan. */
export function toTimer(elapsedMs: number, plannedMinutes: number | null): Timer {
  const seconds = Math.max(0, Math.floor(elapsedMs / 1000));
  const elapsed = formatSeconds(seconds);
  if (plannedMinutes === null) return { elapsed, tone: 'within', minutesLeft: null };
  const share = seconds / (plannedMinutes * 60);
  const tone = share > 1 ? 'over' : share >= nearShare ? 'near' : 'within';
  return { elapsed, tone, minutesLeft: Math.ceil(plannedMinutes - seconds / 60) };
}

function formatSeconds(seconds: number): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = pad(seconds % 60);
  return hours > 0 ? `${hours}:${pad(minutes)}:${rest}` : `${minutes}:${rest}`;
}
