import { type Meeting, meetingLimits, type Variant } from './meeting.ts';
import type { MeetingCommand } from './meetingCommand.ts';
import { type Asking, accept, type MeetingResult, reject } from './meetingResult.ts';

type NewChoices = Extract<MeetingCommand, { type: 'openVote' }>['choices'];

/**
 * Adds a copy of the SOP that is talked about, under the next letter. The server asks this once the copy is
 * there, no person does.
 */
export function addVariant(
  meeting: Meeting,
  { id, name, procedure }: Pick<Variant, 'id' | 'name' | 'procedure'>,
  asking: Asking,
): MeetingResult {
  const { item } = meeting.live;
  if (meeting.state !== 'running') return reject('not-running', 'The meeting does not run.');
  if (!mayHandle(meeting, asking)) return refuse();
  if (item === null || meeting.items.find((each) => each.id === item)?.procedure == null)
    return reject('unknown-item', 'No SOP is talked about.');
  const count = meeting.variants.filter((variant) => variant.item === item).length;
  if (count >= meetingLimits.maxVariants)
    return reject('too-many-things', `An SOP has at most ${meetingLimits.maxVariants} variants.`);
  const letter = String.fromCharCode('B'.charCodeAt(0) + count);
  const variant: Variant = { id, item, letter, name, procedure, isRemoved: false };
  return accept({ ...meeting, variants: [...meeting.variants, variant] });
}

/** What was voted about already stays as it was then. */
export function removeVariant(meeting: Meeting, id: string, asking: Asking): MeetingResult {
  const variant = findVariant(meeting, id);
  if (!variant) return unknownVariant();
  if (!mayHandle(meeting, asking)) return refuse();
  const variants = meeting.variants.map((each) =>
    each === variant ? { ...variant, isRemoved: true } : each,
  );
  return accept({ ...meeting, variants });
}

/** The variant, unless unknown or removed. */
export function findVariant(
  { variants }: Pick<Meeting, 'variants'>,
  id: string,
): Variant | undefined {
  return variants.find((variant) => variant.id === id && !variant.isRemoved);
}

/** The variants of the item's SOP that are there, in the order of their letters. */
export function listVariants(
  { variants }: Pick<Meeting, 'variants'>,
  item: string,
): readonly Variant[] {
  return variants.filter((variant) => variant.item === item && !variant.isRemoved);
}

/** Why a vote cannot be about these states of the SOP; undefined where it can, or is about none. */
export function refuseStates(
  meeting: Meeting,
  choices: NewChoices,
  states: Asking['states'],
): MeetingResult | undefined {
  const chosen = choices.filter(({ variant }) => variant !== undefined);
  if (chosen.length === 0) return undefined;
  if (chosen.length < 2 || chosen.length > meetingLimits.maxStates)
    return reject(
      'too-many-things',
      `A vote is between 2 and ${meetingLimits.maxStates} variants.`,
    );
  if (new Set(chosen.map(({ variant }) => variant)).size < chosen.length)
    return reject('duplicate-id', 'Two choices are the same variant.');
  const isThere = chosen.every(
    ({ id, variant }) =>
      states.has(id) &&
      (variant == null || findVariant(meeting, variant)?.item === meeting.live.item),
  );
  return isThere ? undefined : unknownVariant();
}

function mayHandle({ moderator, live }: Meeting, { person, mayEdit }: Asking): boolean {
  return mayEdit || person === moderator || person === live.presenter;
}

function refuse(): MeetingResult {
  return reject('not-yours', 'Only who leads or may change the SOP handles its variants.');
}

function unknownVariant(): MeetingResult {
  return reject('unknown-variant', 'There is no such variant, or its SOP is gone.');
}
