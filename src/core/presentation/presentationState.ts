import * as z from 'zod/mini';
import { limits } from '#core/model/limits.ts';

/** Where a presentation stands: before the first step, at a step, or behind the last. */
type Station =
  | { readonly at: 'opening' }
  | { readonly at: 'step'; readonly step: string }
  | { readonly at: 'closing' };

/** `step`: one step large; `overview`: the whole flow; `canvas`, `table`: the drawing or the printed pages. */
export const presentationModes = ['step', 'overview', 'canvas', 'table'] as const;
type PresentationMode = (typeof presentationModes)[number];

/** A black or white screen is a pause: what it covers stays where it is. */
export const presentationScreens = ['lit', 'black', 'white'] as const;
type PresentationScreen = (typeof presentationScreens)[number];

/** A place on the sheet, in pt of the canvas layout; of the printed pages, one below the other, in `table`. */
export interface SheetPoint {
  readonly x: number;
  readonly y: number;
}

/** A part of the sheet, independent of the size of a screen. */
export interface SheetView extends SheetPoint {
  /** How much of the sheet the shorter side of the drawing shows, in pt; `x`, `y` is its centre. */
  readonly span: number;
}

/**
 * All that a follower needs to see what the presenter shows: plain data, small enough to be sent many
 * times a second. The presenter's own has the whole way; what is sent is `toSharedState`.
 */
export interface PresentationState {
  readonly procedureId: string;
  readonly station: Station;
  /** The steps in the order in which they were shown, the present one last. */
  readonly trail: readonly string[];
  readonly mode: PresentationMode;
  /** Where the presenter moved the view; null while it follows the step. */
  readonly view: SheetView | null;
  /** Where the presenter points; null while they don't. */
  readonly pointer: SheetPoint | null;
  /** All but the place pointed at is dark. */
  readonly isSpotlight: boolean;
  readonly screen: PresentationScreen;
  /** When it began, in ms since 1970 on the presenter's clock. */
  readonly startedAt: number;
}

/** Longest shared state as JSON, in UTF-16 code units. */
export const maxSharedLength = 4000;
/** Steps of the way that a shared state tells at most. */
const maxSharedTrail = 250;

const id = z.string().check(z.minLength(1), z.maxLength(limits.maxIdLength));
const coordinate = z.number().check(z.minimum(-1e6), z.maximum(1e6));

const station = z.discriminatedUnion('at', [
  z.object({ at: z.literal('opening') }),
  z.object({ at: z.literal('step'), step: id }),
  z.object({ at: z.literal('closing') }),
]);

/** Reads what somebody else says they show. */
export const presentationStateSchema = z.object({
  procedureId: z.string().check(z.minLength(1), z.maxLength(200)),
  station,
  trail: z.array(id).check(z.maxLength(maxSharedTrail)),
  mode: z.enum(presentationModes),
  view: z.nullable(
    z.object({
      x: coordinate,
      y: coordinate,
      span: z.number().check(z.minimum(1), z.maximum(1e6)),
    }),
  ),
  pointer: z.nullable(z.object({ x: coordinate, y: coordinate })),
  isSpotlight: z.boolean(),
  screen: z.enum(presentationScreens),
  startedAt: z.number().check(z.minimum(0), z.maximum(1e15)),
}) satisfies z.ZodMiniType<PresentationState>;

/** A presentation that has just begun, at the opening. `now` is in ms since 1970. */
export function newPresentation(procedureId: string, now: number): PresentationState {
  return {
    procedureId,
    station: { at: 'opening' },
    trail: [],
    mode: 'step',
    view: null,
    pointer: null,
    isSpotlight: false,
    screen: 'lit',
    startedAt: now,
  };
}

/** What is sent to followers: of a very long way only its end, so that it stays within `maxSharedLength`. */
export function toSharedState(state: PresentationState): PresentationState {
  let length = JSON.stringify({ ...state, trail: [] }).length;
  const trail: string[] = [];
  for (const step of state.trail.toReversed()) {
    length += JSON.stringify(step).length + 1;
    if (length > maxSharedLength || trail.length >= maxSharedTrail) break;
    trail.unshift(step);
  }
  return trail.length === state.trail.length ? state : { ...state, trail };
}
