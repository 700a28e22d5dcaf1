import type { CanvasLayout } from '#core/layout/geometry.ts';
import type { Selected, Session } from '#session/session.ts';
import type { CanvasCommands } from './CanvasCommands.ts';
import { type Direction, findNeighbour, findNextAlong, findPreviousAlong } from './keyboardMoves.ts';

/** A key press, with what the keys of the canvas can reach. */
export interface KeyPress {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly layout: CanvasLayout;
  readonly session: Session;
  readonly commands: CanvasCommands;
  readonly canEdit: boolean;
  readonly onFit: () => void;
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** Does what a key means on the canvas; false when it means nothing here. */
export function runKey(press: KeyPress): boolean {
  if (runViewKey(press)) return true;
  return press.canEdit && runEditKey(press);
}

function runViewKey(press: KeyPress): boolean {
  const { key, ctrl, alt, shift, commands, session } = press;
  const direction = directions[key];
  if (direction && !ctrl && !alt) return moveSelection(press, direction);
  if (key === 'Tab' && !ctrl && !alt) return walk(press);
  if (key === 'Escape' && session.selection.get().length > 0) {
    commands.select(null);
    return true;
  }
  if ((key === '!' || key === '1') && shift) {
    press.onFit();
    return true;
  }
  return false;
}

function runEditKey(press: KeyPress): boolean {
  const { key, ctrl, alt, commands, session } = press;
  const [selected] = session.selection.get();
  if (alt) return moveSelected(press);
  if (ctrl) {
    if (key.toLowerCase() !== 'd' || !selected) return false;
    commands.duplicateSelected();
    return true;
  }
  if (key === 'Enter' && selected?.kind !== 'flow' && selected?.kind !== 'actor') {
    commands.addNextStep();
    return true;
  }
  if (!selected) return false;
  if (key === 'F2' || key === 'Enter') commands.editSelected();
  else if (key === 'Delete' || key === 'Backspace') commands.removeSelected();
  else if (isToggle(key, selected)) commands.toggleDecision();
  else if (isTyping(key)) commands.editSelected(key);
  else return false;
  return true;
}

function moveSelected({ key, commands, session }: KeyPress): boolean {
  const [selected] = session.selection.get();
  const isSideways = key === 'ArrowLeft' || key === 'ArrowRight';
  if (!directions[key] || !selected) return false;
  const by = key === 'ArrowUp' || key === 'ArrowLeft' ? -1 : 1;
  if (selected.kind === 'actor' && isSideways) commands.moveActor(selected.id, by);
  else if (isSideways) commands.moveSymbolSideways(by);
  else commands.moveSelectedStep(by);
  return true;
}

function moveSelection(press: KeyPress, direction: Direction): boolean {
  const symbol = toSymbol(press, press.session.selection.get()[0]);
  const next = findNeighbour(press.layout, symbol, direction);
  if (next) press.commands.select({ kind: 'symbol', id: next });
  return true;
}

/** Tab walks along the flow; after its end the key leaves the canvas as usual. */
function walk(press: KeyPress): boolean {
  const symbol = toSymbol(press, press.session.selection.get()[0]);
  const procedure = press.session.procedure.get();
  if (!symbol) return false;
  const next = press.shift ? findPreviousAlong(procedure, symbol) : findNextAlong(procedure, symbol);
  if (next) press.commands.select({ kind: 'symbol', id: next });
  return next !== undefined;
}

/** The symbol that a selection stands for when it is moved by keys. */
function toSymbol({ session, layout }: KeyPress, selected: Selected | undefined): string | undefined {
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

function isToggle(key: string, { kind }: Selected): boolean {
  return key.toLowerCase() === 'd' && (kind === 'symbol' || kind === 'step');
}

function isTyping(key: string): boolean {
  return [...key].length === 1 && key !== ' ';
}
