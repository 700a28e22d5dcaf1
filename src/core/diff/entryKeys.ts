import type { ActorEntry, ChangeList, IdentityEntry, Sign, StepEntry } from './changeList.ts';

/** One line of the list, as it is named and counted. */
export interface ListedEntry {
  /** Unique in its list, and the same for the same change in another list of the two procedures. */
  readonly key: string;
  readonly signs: readonly Sign[];
}

/** Every line of the list in reading order. */
export function toEntries({
  identity,
  actors,
  steps,
  settings,
}: ChangeList): readonly ListedEntry[] {
  return [
    ...identity.map((entry) => ({ key: toIdentityKey(entry), signs: toIdentitySigns(entry) })),
    ...actors.map((entry) => ({ key: toActorKey(entry), signs: entry.signs })),
    ...steps.map((entry) => ({ key: toStepKey(entry), signs: entry.signs })),
    ...settings.map(({ key }) => ({ key: `setting:${key}`, signs: ['changed'] as const })),
  ];
}

/** The list with the lines that have one of these signs. */
export function filterChanges(changes: ChangeList, shown: ReadonlySet<Sign>): ChangeList {
  const isShown = (signs: readonly Sign[]) => signs.some((sign) => shown.has(sign));
  return {
    identity: changes.identity.filter((entry) => isShown(toIdentitySigns(entry))),
    actors: changes.actors.filter(({ signs }) => isShown(signs)),
    steps: changes.steps.filter(({ signs }) => isShown(signs)),
    settings: shown.has('changed') ? changes.settings : [],
    isOnlyWriting: changes.isOnlyWriting,
  };
}

export function toIdentityKey(entry: IdentityEntry): string {
  switch (entry.of) {
    case 'logo':
      return 'identity:logo';
    case 'list':
      return `identity:${entry.list}`;
    case 'text':
    case 'date':
      return `identity:${entry.field}`;
  }
}

export function toActorKey({ id }: ActorEntry): string {
  return `actor:${id}`;
}

export function toStepKey({ id }: StepEntry): string {
  return `step:${id}`;
}

function toIdentitySigns(entry: IdentityEntry): readonly Sign[] {
  return entry.of === 'logo' ? [entry.sign] : ['changed'];
}
