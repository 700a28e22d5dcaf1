import type { CanvasLayout } from '#core/layout/geometry.ts';
import type { Selected, Session } from '#session/session.ts';
import type { CanvasCommands } from './CanvasCommands.ts';
import {
  type Direction,
  findNeighbour,
  findNextAlong,
  findNextArrow,
  findPreviousAlong,
} from './keyboardMoves.ts';

/** The parts of a key press that decide. */
export interface KeyChord {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

/** What the keys of the canvas can reach. */
export interface KeyContext {
  readonly layout: CanvasLayout;
  readonly session: Pick<Session, 'procedure' | 'selection'>;
  readonly commands: CanvasCommands;
  readonly canEdit: boolean;
  readonly view: { readonly fit: () => void; readonly zoomBy: (direction: -1 | 1) => void };
}

/**
 * What became of a key press: `done`; `typing`, a field has been opened that is still to receive the
 * letter; `ignored`, the canvas has no use for it.
 */
export type KeyOutcome = 'done' | 'typing' | 'ignored';

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** Does what a key means on the canvas. */
export function runKey(chord: KeyChord, context: KeyContext): KeyOutcome {
  if (runViewKey(chord, context)) return 'done';
  if (!context.canEdit) return 'ignored';
  if (runEditKey(chord, context)) return 'done';
  return startTyping(chord, context) ? 'typing' : 'ignored';
}

function runViewKey({ key, ctrl, shift, alt }: KeyChord, context: KeyContext): boolean {
  const direction = directions[key];
  if (direction && !ctrl && !alt) return moveSelection(direction, context);
  if (direction && ctrl && !alt && !shift) return walkArrows(direction, context);
  if (ctrl && shift && !alt && key.toLowerCase() === 'c') return copyPicture(context);
  if (key === 'Tab' && !ctrl && !alt) return walk(shift ? 'back' : 'on', context);
  if (key === 'Escape') return clearSelection(context);
  if (alt || ctrl) return false;
  if (key === '+' || key === '-') context.view.zoomBy(key === '+' ? 1 : -1);
  else if (key === '!') context.view.fit();
  else return false;
  return true;
}

function runEditKey(chord: KeyChord, { commands, session }: KeyContext): boolean {
  const { key, ctrl, alt } = chord;
  const selected = session.selection.get().at(-1);
  if (alt) return selected !== undefined && moveSelected(chord, selected, commands);
  if (ctrl) {
    if (key.toLowerCase() !== 'd' || !selected) return false;
    commands.duplicateSelected();
    return true;
  }
  const isText = selected?.kind === 'flow' || selected?.kind === 'actor';
  if (key === 'Enter' && !isText) commands.addNextStep();
  else if (!selected) return false;
  else if (key === 'F2' || key === 'Enter') commands.editSelected();
  else if (key === 'Delete' || key === 'Backspace') commands.removeSelected();
  else if (key === 'd' && !isText) commands.toggleDecision();
  else return false;
  return true;
}

/** A letter goes over the text of what is selected. */
function startTyping({ key, ctrl, alt }: KeyChord, { commands, session }: KeyContext): boolean {
  const isLetter = [...key].length === 1 && key !== ' ' && !ctrl && !alt;
  if (!isLetter || session.selection.get().length === 0) return false;
  commands.editSelected();
  return true;
}

function moveSelected(
  { key }: KeyChord,
  { kind, id }: Selected,
  commands: CanvasCommands,
): boolean {
  if (!directions[key]) return false;
  const isSideways = key === 'ArrowLeft' || key === 'ArrowRight';
  const by = key === 'ArrowUp' || key === 'ArrowLeft' ? -1 : 1;
  if (kind === 'actor' && isSideways) commands.moveActor(id, by);
  else if (isSideways) commands.moveSelectedSymbols(by);
  else commands.moveSelectedSteps(by);
  return true;
}

function copyPicture({ commands }: KeyContext): boolean {
  if (commands.canCopyPicture) commands.copyPicture();
  return commands.canCopyPicture;
}

function clearSelection({ commands, session }: KeyContext): boolean {
  if (session.selection.get().length === 0) return false;
  commands.select(null);
  return true;
}

function moveSelection(direction: Direction, context: KeyContext): boolean {
  const next = findNeighbour(context.layout, findStandpoint(context), direction);
  if (next) context.commands.select({ kind: 'symbol', id: next });
  return true;
}

/** Tab walks along the flow; after its end the key leaves the canvas as usual. */
function walk(way: 'on' | 'back', context: KeyContext): boolean {
  const symbol = findStandpoint(context);
  if (!symbol) return false;
  const find = way === 'on' ? findNextAlong : findPreviousAlong;
  const next = find(context.session.procedure.get(), symbol);
  if (next) context.commands.select({ kind: 'symbol', id: next });
  return next !== undefined;
}

/** Ctrl with an arrow key goes through the arrows that leave the symbol. */
function walkArrows(direction: Direction, context: KeyContext): boolean {
  const { session, commands } = context;
  const by = direction === 'down' || direction === 'right' ? 1 : -1;
  const selected = session.selection.get().at(-1);
  const standpoint =
    selected?.kind === 'flow' ? { flow: selected.id } : { symbol: findStandpoint(context) };
  const next = findNextArrow(session.procedure.get(), standpoint, by);
  if (next) commands.select({ kind: 'flow', id: next });
  return next !== undefined;
}

/** The symbol that the selection stands for when it is moved by keys. */
function findStandpoint({ session, layout }: KeyContext): string | undefined {
  const selected = session.selection.get().at(-1);
  switch (selected?.kind) {
    case 'symbol':
      return selected.id;
    case 'step':
      return layout.symbols.find(({ step }) => step === selected.id)?.symbol;
    case 'flow':
      return session.procedure.get().flows.find(({ id }) => id === selected.id)?.to;
    case 'actor':
    case undefined:
      return undefined;
  }
}
