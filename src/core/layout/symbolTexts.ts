import type { Actor, Flow, Procedure, StepSymbol } from '#core/model/procedure.ts';
import type { StepArrangement } from './arrangeStep.ts';
import { toTerminatorRole } from './terminatorRole.ts';
import { joinTexts, type ShapedText, shapeText } from './text/shapeText.ts';
import type { TypeFamily } from './text/widthTable.ts';

/** A text that no symbol has room for, as it stands below the activity of its row. */
export interface MovedText {
  readonly symbol: string;
  readonly shaped: ShapedText;
}

/**
 * What stands below the activity, after a blank line, for symbols that are too small for their texts: "Keputusan: Apakah
 * berkas lengkap?", with the actor where several symbols of the row are so.
 */
export function toMovedTexts(
  arrangement: StepArrangement,
  { actors, flows }: Procedure,
  family: TypeFamily,
): readonly MovedText[] {
  const known = movedTexts.get(arrangement);
  if (known && known.actors === actors && known.flows === flows && known.family === family)
    return known.texts;
  const texts = shapeMoved(arrangement, { actors, flows, family });
  movedTexts.set(arrangement, { actors, flows, family, texts });
  return texts;
}

interface Surroundings {
  readonly actors: readonly Actor[];
  readonly flows: readonly Flow[];
  readonly family: TypeFamily;
}

/** A page is fitted in several sizes and rounds; the texts are the same in all of them. */
const movedTexts = new WeakMap<
  StepArrangement,
  Surroundings & { readonly texts: readonly MovedText[] }
>();

function shapeMoved(
  { symbols }: StepArrangement,
  { actors, flows, family }: Surroundings,
): readonly MovedText[] {
  const moved = symbols.filter(({ isWhole }) => !isWhole);
  return moved.map(({ symbol }) => {
    const actor = actors.find(({ id }) => id === symbol.actor)?.name.trim();
    const whose = moved.length > 1 && actor ? ` (${actor})` : '';
    const text = `\n${toKindName(symbol, flows)}${whose}: ${symbol.text?.trimStart() ?? ''}`;
    return { symbol: symbol.id, shaped: shapeText(text, 'regular', family) };
  });
}

/** The activity with what stands below it. */
export function addMovedTexts(activity: ShapedText, moved: readonly MovedText[]): ShapedText {
  return moved.reduce((text, { shaped }) => joinTexts(text, shaped), activity);
}

function toKindName({ id, kind }: StepSymbol, flows: readonly Flow[]): string {
  switch (kind) {
    case 'decision':
      return 'Keputusan';
    case 'process':
      return 'Proses';
    case 'terminator':
      return roleNames[toTerminatorRole(id, flows)];
  }
}

const roleNames = { start: 'Mulai', end: 'Selesai', unconnected: 'Mulai/Selesai' };
