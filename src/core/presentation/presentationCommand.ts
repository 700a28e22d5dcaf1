import * as z from 'zod/mini';
import type { Procedure } from '#core/model/procedure.ts';
import {
  type PresentationState,
  presentationModes,
  presentationScreens,
  type SheetPoint,
  type SheetView,
} from './presentationState.ts';
import { goBack, goOn, goTo, goToClosing, goToOpening, toChoices, withoutGone } from './walk.ts';

const coordinate = z.number().check(z.minimum(-1e6), z.maximum(1e6));

/** What whoever presents, or looks around alone, does. Also what the notes' window sends to the other. */
export const presentationCommandSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('next') }),
  z.object({ type: z.literal('back') }),
  z.object({ type: z.literal('opening') }),
  z.object({ type: z.literal('closing') }),
  /** The exit of this place in `toChoices`, from 0. */
  z.object({ type: z.literal('choose'), index: z.int().check(z.minimum(0), z.maximum(1000)) }),
  z.object({ type: z.literal('goTo'), step: z.string().check(z.maxLength(100)) }),
  /** The mode, or back to the steps where it is on. */
  z.object({ type: z.literal('toggleMode'), mode: z.enum(presentationModes) }),
  z.object({ type: z.literal('toggleScreen'), screen: z.enum(presentationScreens) }),
  z.object({ type: z.literal('toggleSpotlight') }),
  z.object({
    type: z.literal('point'),
    at: z.nullable(z.object({ x: coordinate, y: coordinate })),
  }),
  z.object({
    type: z.literal('look'),
    view: z.nullable(
      z.object({
        x: coordinate,
        y: coordinate,
        span: z.number().check(z.minimum(1), z.maximum(1e6)),
      }),
    ),
  }),
  z.object({ type: z.literal('restartTimer'), now: z.number() }),
]);
export type PresentationCommand = z.infer<typeof presentationCommandSchema>;

/**
 * What the command makes of the state; the same state where there is nothing to do. Never throws, also
 * where steps of the way are gone: those are left out.
 */
export function applyCommand(
  procedure: Procedure,
  state: PresentationState,
  command: PresentationCommand,
): PresentationState {
  return apply(procedure, withoutGone(procedure, state), command);
}

function apply(
  procedure: Procedure,
  state: PresentationState,
  command: PresentationCommand,
): PresentationState {
  switch (command.type) {
    case 'next':
      return isCovered(state) ? lighten(state) : goOn(procedure, state);
    case 'back':
      return isCovered(state) ? lighten(state) : goBack(state);
    case 'opening':
      return goToOpening(lighten(state));
    case 'closing':
      return goToClosing(lighten(state));
    case 'choose': {
      const choice = toChoices(procedure, state)[command.index];
      return choice ? goTo(procedure, lighten(state), choice.to) : state;
    }
    case 'goTo':
      return pick(procedure, state, command.step);
    case 'toggleMode':
      return {
        ...state,
        mode: state.mode === command.mode ? 'step' : command.mode,
        ...{ view: null, pointer: null, screen: 'lit' },
      };
    case 'toggleScreen':
      return { ...state, screen: state.screen === command.screen ? 'lit' : command.screen };
    case 'toggleSpotlight':
      return { ...state, isSpotlight: !state.isSpotlight };
    case 'point':
      return isSamePoint(state.pointer, command.at) ? state : { ...state, pointer: command.at };
    case 'look':
      return isSameView(state.view, command.view) ? state : { ...state, view: command.view };
    case 'restartTimer':
      return { ...state, startedAt: command.now };
  }
}

/** Whether it moves the presentation: whoever does that alone follows no longer. */
export function isMove({ type }: PresentationCommand): boolean {
  return !['point', 'toggleSpotlight', 'restartTimer', 'toggleScreen'].includes(type);
}

/** Whoever picks a step in the overview wants to see it large. */
function pick(procedure: Procedure, state: PresentationState, step: string): PresentationState {
  const there = goTo(procedure, lighten(state), step);
  return there.mode === 'overview' ? { ...there, mode: 'step', view: null } : there;
}

/** After a pause the first press shows where one was. */
function isCovered({ screen }: PresentationState): boolean {
  return screen !== 'lit';
}

function lighten(state: PresentationState): PresentationState {
  return isCovered(state) ? { ...state, screen: 'lit' } : state;
}

function isSamePoint(a: SheetPoint | null, b: SheetPoint | null): boolean {
  return a?.x === b?.x && a?.y === b?.y;
}

function isSameView(a: SheetView | null, b: SheetView | null): boolean {
  return isSamePoint(a, b) && a?.span === b?.span;
}
