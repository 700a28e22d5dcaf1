import type { Box, Cell, PageLayout, Point } from '#core/layout/geometry.ts';
import type {
  ActorEntry,
  ChangeList,
  FlowDetail,
  IdentityEntry,
  Sign,
  StepDetail,
  StepEntry,
} from './changeList.ts';
import { toActorKey, toIdentityKey, toStepKey } from './entryKeys.ts';

/** Something that changed, where it stands on a page. */
export type ChangePlace = {
  /** Unique on the page. */
  readonly key: string;
  /** The key of its line in the list. */
  readonly entry: string;
  readonly sign: Sign;
} & (
  | { readonly kind: 'area' | 'symbol'; readonly box: Box }
  | { readonly kind: 'line'; readonly points: readonly Point[] }
);

/** Which of the two procedures a page shows; the earlier one is drawn with the ids of the later. */
export type ComparedSide = 'before' | 'after';

/** Where the lines of the list stand on a page of one of the two procedures. */
export function findChangePlaces(
  page: PageLayout,
  { identity, actors, steps }: ChangeList,
  side: ComparedSide,
): readonly ChangePlace[] {
  const hidden: Sign = side === 'before' ? 'added' : 'removed';
  const places = [
    ...identity.flatMap((entry) => placeIdentity(page, entry)),
    ...actors.flatMap((entry) => placeActor(page, entry)),
    ...steps.flatMap((entry) => placeStep(page, entry)),
  ].filter(({ sign }) => sign !== hidden);
  return [...new Map(places.map((place) => [place.key, place])).values()];
}

function placeIdentity(page: PageLayout, entry: IdentityEntry): readonly ChangePlace[] {
  const name = toIdentityKey(entry);
  if (entry.of === 'logo')
    return (page.pictures ?? []).map((box, index) => ({
      ...{ key: `${name}:${index}`, entry: name, sign: entry.sign, kind: 'area', box },
    }));
  const cells = page.cells.filter((cell) => isAbout(cell, entry));
  return cells.map((box, index) => ({
    ...{ key: `${name}:${index}`, entry: name, sign: 'changed', kind: 'area', box },
  }));
}

function isAbout({ target, date, list }: Cell, entry: IdentityEntry): boolean {
  switch (entry.of) {
    case 'logo':
      return false;
    case 'date':
      return date === entry.field;
    case 'list':
      return list === entry.list;
    case 'text':
      return target?.of === 'approver' ? target.field === entry.field : target?.of === entry.field;
  }
}

/** A column that came or went as a whole; else its head alone. */
function placeActor(page: PageLayout, entry: ActorEntry): readonly ChangePlace[] {
  const { id, signs } = entry;
  const column = page.columns.find(({ actor }) => actor === id);
  const head = page.cells.find(({ target }) => target?.of === 'actor' && target.actor === id);
  if (!column || !head) return [];
  const last = page.rows.at(-1);
  const end = last ? last.y + last.height : head.y + head.height;
  const whole = { ...head, x: column.x, width: column.width, height: end - head.y };
  const name = toActorKey(entry);
  return signs.map((sign) => ({
    ...{ key: `${name}:${sign}`, entry: name, sign, kind: 'area' },
    box: sign === 'added' || sign === 'removed' ? whole : head,
  }));
}

function placeStep(page: PageLayout, entry: StepEntry): readonly ChangePlace[] {
  const { id, signs, activity, details } = entry;
  const name = toStepKey(entry);
  const row = findRowBox(page, id);
  const rows = row ? signs.filter((sign) => sign !== 'changed') : [];
  const places = rows.flatMap((sign): readonly ChangePlace[] =>
    row ? [{ key: `${name}:${sign}`, entry: name, sign, kind: 'area', box: row }] : [],
  );
  // A row that came or went says it all; only its arrows reach beyond it.
  const isWhole = signs.includes('added') || signs.includes('removed');
  const parts = isWhole ? details.filter(({ of }) => of === 'flow') : details;
  const isRewritten = !isWhole && activity.some(({ kind }) => kind !== 'same');
  return [
    ...places,
    ...(isRewritten ? placeText(page, name, { step: id, field: 'activity' }) : []),
    ...parts.flatMap((detail) => placeDetail(page, { name, step: id }, detail)),
  ];
}

function placeDetail(
  page: PageLayout,
  { name, step }: { readonly name: string; readonly step: string },
  detail: StepDetail,
): readonly ChangePlace[] {
  switch (detail.of) {
    case 'text':
      return placeText(page, name, { step, field: detail.field });
    case 'joint':
      return placeText(page, name, { step, field: 'activity' });
    case 'symbol':
      return page.symbols
        .filter(({ symbol }) => symbol === detail.id)
        .map((box) => ({
          ...{ key: `${name}:symbol:${detail.id}`, entry: name, sign: detail.sign },
          ...{ kind: 'symbol', box },
        }));
    case 'flow':
      return placeFlow(page, name, detail);
  }
}

function placeFlow(page: PageLayout, name: string, { id, sign }: FlowDetail) {
  return page.connectors
    .filter(({ flow }) => flow === id)
    .map(({ points }, index): ChangePlace => {
      return { key: `${name}:flow:${id}:${index}`, entry: name, sign, kind: 'line', points };
    });
}

/** The canvas draws no texts of the row: there its number stands for them. */
function placeText(
  page: PageLayout,
  name: string,
  { step, field }: { readonly step: string; readonly field: string },
): readonly ChangePlace[] {
  const own = page.cells.filter((cell) => cell.step === step);
  const cell = own.find(({ target }) => target?.of === 'step' && target.field === field);
  const box = cell ?? own.find(({ role }) => role === 'number');
  if (!box) return [];
  const key = `${name}:${cell ? field : 'number'}`;
  return [{ key, entry: name, sign: 'changed', kind: 'area', box }];
}

/** The row of a step over the whole width of the table, on a printed page or on the canvas. */
export function findRowBox(page: PageLayout, step: string): Box | undefined {
  const row = page.rows.find((candidate) => candidate.step === step);
  if (!row) return undefined;
  const parts: readonly Pick<Box, 'x' | 'width'>[] = [
    ...page.cells.filter((cell) => cell.step === step),
    ...page.columns,
  ];
  const left = Math.min(...parts.map(({ x }) => x));
  const right = Math.max(...parts.map(({ x, width }) => x + width));
  return { x: left, y: row.y, width: right - left, height: row.height };
}
