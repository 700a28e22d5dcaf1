import type { TFunction } from 'i18next';
import type { Procedure, Step } from '#core/model/procedure.ts';

export type PresentationTranslator = TFunction<'presentation'>;

export type StationKind = 'start' | 'end' | 'process' | 'decision' | 'joint' | 'none';

/** What a step is in the flow, by its symbols. */
export function toStationKind({ flows }: Procedure, { symbols, joint }: Step): StationKind {
  if (symbols.some(({ kind }) => kind === 'decision')) return 'decision';
  if (joint && symbols.length > 1) return 'joint';
  const capsule = symbols.find(({ kind }) => kind === 'terminator');
  if (capsule) return flows.some(({ from }) => from === capsule.id) ? 'start' : 'end';
  return symbols.length > 0 ? 'process' : 'none';
}

/** Who does the step: the actors of its symbols, each once, in the order of the columns. */
export function toActorNames(
  { actors }: Procedure,
  { symbols }: Step,
  t: PresentationTranslator,
): readonly string[] {
  const own = new Set(symbols.map(({ actor }) => actor));
  return actors.filter(({ id }) => own.has(id)).map(({ name }) => name || t('unnamedActor'));
}

export function toActivity({ activity }: Step, t: PresentationTranslator): string {
  return activity.trim() || t('noActivity');
}

/** "4. Memeriksa berkas". */
export function toNumbered(step: Step, row: number, t: PresentationTranslator): string {
  return t('numbered', { number: row + 1, activity: toActivity(step, t) });
}

/** A line may break after a slash: "tersedia/belum tersedia" does not fit a narrow column otherwise. */
export function toBreakable(text: string): string {
  return text.replaceAll('/', '/\u200b');
}
