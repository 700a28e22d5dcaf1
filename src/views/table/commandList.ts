import type { KeyChord } from '#ui/commands/chord.ts';
import type { Command } from '#ui/commands/command.ts';
import type { ChartCommands } from './ChartCommands.ts';
import type { CellSubject, GridCell } from './gridCell.ts';
import type { Direction } from './moves.ts';
import type { TableCommands } from './TableCommands.ts';

/** What a command of the table works on. */
export interface TableCommandContext {
  /** The cell that has the keyboard, or had it last. */
  readonly cell: GridCell | undefined;
  readonly commands: TableCommands;
  readonly chart: ChartCommands;
  readonly canEdit: boolean;
}

type TableCommand = Command<TableCommandContext>;

const moveCommands: readonly TableCommand[] = [
  {
    id: 'table.go',
    keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
    isKeyOnly: true,
    run: ({ commands }, chord) => {
      const direction = chord && directions[chord.key];
      if (direction) commands.move(direction);
    },
  },
  {
    id: 'table.goToRowEnd',
    keys: ['Home', 'End'],
    isKeyOnly: true,
    run: ({ commands }, chord) => commands.moveToRowEnd(toEnd(chord)),
  },
  {
    id: 'table.goToEnd',
    keys: ['Ctrl+Home', 'Ctrl+End'],
    isKeyOnly: true,
    run: ({ commands }, chord) => commands.moveToEnd(toEnd(chord)),
  },
  {
    id: 'table.deselect',
    keys: ['Escape'],
    isKeyOnly: true,
    run: ({ commands }) => commands.select(null),
  },
];

const symbolCommands: readonly TableCommand[] = [
  {
    id: 'table.openSymbol',
    keys: ['Enter', 'F2'],
    when: (context) => findPlace(context) !== undefined,
    run: (context) => openPanel(context),
  },
  {
    id: 'table.toTerminator',
    keys: ['m', 'Alt+1'],
    when: (context) => findPlace(context) !== undefined,
    run: (context) =>
      withPlace(context, (step, actor) => context.chart.setKind(step, actor, 'terminator')),
  },
  {
    id: 'table.toProcess',
    keys: ['p', 'Alt+2'],
    when: (context) => findPlace(context) !== undefined,
    run: (context) =>
      withPlace(context, (step, actor) => context.chart.setKind(step, actor, 'process')),
  },
  {
    id: 'table.toDecision',
    keys: ['k', 'd', 'Alt+3'],
    when: (context) => findPlace(context) !== undefined,
    run: (context) =>
      withPlace(context, (step, actor) => context.chart.setKind(step, actor, 'decision')),
  },
  {
    id: 'table.moveSymbolLeft',
    keys: ['Alt+ArrowLeft'],
    when: hasSymbol,
    run: (context) =>
      withPlace(context, (step, actor) => context.chart.moveSymbol(step, actor, -1)),
  },
  {
    id: 'table.moveSymbolRight',
    keys: ['Alt+ArrowRight'],
    when: hasSymbol,
    run: (context) => withPlace(context, (step, actor) => context.chart.moveSymbol(step, actor, 1)),
  },
  {
    id: 'table.moveSymbolUp',
    keys: ['Alt+Shift+ArrowUp'],
    when: hasSymbol,
    run: (context) =>
      withPlace(context, (step, actor) => context.chart.moveSymbolToRow(step, actor, -1)),
  },
  {
    id: 'table.moveSymbolDown',
    keys: ['Alt+Shift+ArrowDown'],
    when: hasSymbol,
    run: (context) =>
      withPlace(context, (step, actor) => context.chart.moveSymbolToRow(step, actor, 1)),
  },
  {
    id: 'table.joint',
    keys: ['j'],
    when: hasSymbol,
    run: (context) => withPlace(context, (step) => context.chart.toggleJoint(step)),
  },
  {
    id: 'table.route',
    keys: ['r'],
    when: hasArrow,
    run: (context) => {
      const place = findPlace(context);
      if (place) context.chart.openPanel(place.cell, { at: 'routes' });
    },
  },
  {
    id: 'table.tidyAll',
    when: ({ canEdit, chart }) => canEdit && chart.hasRoutes(),
    run: ({ chart }) => chart.tidyRoutes(),
  },
  {
    id: 'table.removeSymbol',
    keys: ['Delete', 'Backspace'],
    isDanger: true,
    when: hasSymbol,
    run: (context) => withPlace(context, (step, actor) => context.chart.removeSymbol(step, actor)),
  },
];

const actorCommands: readonly TableCommand[] = [
  {
    id: 'table.addActor',
    keys: ['Ctrl+Enter'],
    when: (context) => findActor(context) !== undefined,
    run: (context) => withActor(context, (actor) => context.chart.addActor({ after: actor })),
  },
  {
    id: 'table.moveActorLeft',
    keys: ['Alt+ArrowLeft'],
    when: (context) => findActor(context) !== undefined,
    run: (context) => withActor(context, (actor) => context.chart.moveActor(actor, -1)),
  },
  {
    id: 'table.moveActorRight',
    keys: ['Alt+ArrowRight'],
    when: (context) => findActor(context) !== undefined,
    run: (context) => withActor(context, (actor) => context.chart.moveActor(actor, 1)),
  },
];

const cellCommands: readonly TableCommand[] = [
  {
    id: 'table.edit',
    keys: ['Enter', 'F2'],
    when: ({ canEdit, cell }) => canEdit && cell !== undefined && isTypedIn(cell.subject),
    run: ({ commands, cell }) => cell && commands.edit(cell, 'end'),
  },
  {
    id: 'table.addBelow',
    keys: ['Ctrl+Enter'],
    when: ({ canEdit, cell }) => canEdit && cell !== undefined,
    run: ({ commands }) => commands.addBelow(),
  },
  {
    id: 'table.moveUp',
    keys: ['Alt+ArrowUp'],
    when: ({ canEdit, cell }) => canEdit && cell?.step !== undefined,
    run: ({ commands }) => commands.moveActiveStep(-1),
  },
  {
    id: 'table.moveDown',
    keys: ['Alt+ArrowDown'],
    when: ({ canEdit, cell }) => canEdit && cell?.step !== undefined,
    run: ({ commands }) => commands.moveActiveStep(1),
  },
  {
    id: 'table.clear',
    keys: ['Delete', 'Backspace'],
    when: ({ canEdit, cell }) => canEdit && cell?.subject.kind === 'text',
    run: ({ commands }) => commands.clear(),
  },
  {
    id: 'table.removeStep',
    keys: ['Delete'],
    isDanger: true,
    when: ({ canEdit, cell }) => canEdit && cell?.subject.kind === 'number',
    run: ({ commands, cell }) => cell?.step !== undefined && commands.removeStep(cell.step),
  },
];

/** Every command of the table, in the order in which the palette lists them. */
export const tableCommands: readonly TableCommand[] = [
  ...symbolCommands,
  ...actorCommands,
  ...cellCommands,
  ...moveCommands,
];

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

function toEnd(chord: KeyChord | undefined): 'first' | 'last' {
  return chord?.key === 'Home' ? 'first' : 'last';
}

function isTypedIn({ kind }: CellSubject): boolean {
  return kind === 'text' || kind === 'date' || kind === 'group' || kind === 'list';
}

/** The cell where symbols stand, for those who may change them. */
function findPlace({ canEdit, cell }: TableCommandContext) {
  if (!canEdit || cell?.subject.kind !== 'place' || cell.step === undefined) return undefined;
  return { cell, step: cell.step, subject: cell.subject };
}

function hasSymbol(context: TableCommandContext): boolean {
  return (findPlace(context)?.subject.symbols.length ?? 0) > 0;
}

function hasArrow(context: TableCommandContext): boolean {
  const place = findPlace(context);
  return place !== undefined && context.chart.hasArrows(place.step, place.subject.actor);
}

function withPlace(context: TableCommandContext, run: (step: string, actor: string) => void): void {
  const place = findPlace(context);
  if (place) run(place.step, place.subject.actor);
}

/** With the keyboard at the next step of a symbol; in an empty cell at the kinds. */
function openPanel(context: TableCommandContext): void {
  const place = findPlace(context);
  if (!place) return;
  const at = place.subject.symbols.length > 0 ? 'exits' : 'kinds';
  context.chart.openPanel(place.cell, { at });
}

function findActor({ canEdit, cell }: TableCommandContext): string | undefined {
  const subject = cell?.subject;
  return canEdit && subject?.kind === 'text' && subject.target.of === 'actor'
    ? subject.target.actor
    : undefined;
}

function withActor(context: TableCommandContext, run: (actor: string) => void): void {
  const actor = findActor(context);
  if (actor !== undefined) run(actor);
}
