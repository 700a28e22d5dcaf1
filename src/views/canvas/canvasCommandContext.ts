import type { CanvasLayout } from '#core/layout/geometry.ts';
import type { Procedure } from '#core/model/procedure.ts';
import type { Selected, Session } from '#session/session.ts';
import type { CanvasCommands } from './CanvasCommands.ts';
import type { CanvasState } from './canvasState.ts';
import type { CellPlace } from './cells.ts';
import { toSteps, toSymbols } from './selections.ts';

/** How a person moves the view. */
interface ViewMoves {
  /** Shows everything. */
  fit(): void;
  /** Shows what is selected, as large as it fits. */
  fitSelection(): void;
  zoomBy(direction: -1 | 1): void;
  /** Back to 100 %. */
  zoomReset(): void;
  toggleMinimap(): void;
  /** Lets the browser copy or cut what is selected on the canvas. */
  onClipboard(action: 'copy' | 'cut'): void;
}

/** What the commands of the canvas work on. */
export interface CanvasContext {
  readonly layout: CanvasLayout;
  readonly session: Pick<Session, 'procedure' | 'selection'>;
  readonly state: CanvasState;
  readonly commands: CanvasCommands;
  readonly canEdit: boolean;
  readonly view: ViewMoves;
  /** The bare cell on which a menu was opened. */
  readonly cell?: CellPlace | undefined;
}

export function toProcedure({ session }: CanvasContext): Procedure {
  return session.procedure.get();
}

/** What was selected last. */
export function findSelected({ session }: CanvasContext): Selected | undefined {
  return session.selection.get().at(-1);
}

/** Whether the last of what is selected is of a kind, and may be changed. */
export function canEditKind(context: CanvasContext, ...kinds: readonly Selected['kind'][]) {
  const selected = findSelected(context);
  return context.canEdit && selected !== undefined && kinds.includes(selected.kind);
}

/** The ids of the selected steps, and of those of selected symbols; else the step of the menu's cell. */
export function toStepIds(context: CanvasContext): readonly string[] {
  if (context.cell) return [context.cell.step];
  return toSteps(toProcedure(context), context.session.selection.get()).map(({ id }) => id);
}

/** The ids of the selected symbols, and of those of selected steps. */
export function toSymbolIds({ session }: CanvasContext): readonly string[] {
  return toSymbols(session.procedure.get(), session.selection.get()).map(({ symbol }) => symbol.id);
}

/** The symbol that the selection stands for when it is moved by keys. */
export function findStandpoint(context: CanvasContext): string | undefined {
  const selected = findSelected(context);
  switch (selected?.kind) {
    case 'symbol':
      return selected.id;
    case 'step':
      return context.layout.symbols.find(({ step }) => step === selected.id)?.symbol;
    case 'flow':
      return toProcedure(context).flows.find(({ id }) => id === selected.id)?.to;
    case 'actor':
    case undefined:
      return undefined;
  }
}
