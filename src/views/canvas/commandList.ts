import { type Command, getCommand } from '#ui/commands/command.ts';
import {
  type CanvasContext,
  canEditKind,
  findSelected,
  toProcedure,
  toStepIds,
  toSymbolIds,
} from './canvasCommandContext.ts';
import { walkCommands } from './walkCommands.ts';

const addCommands: readonly Command<CanvasContext>[] = [
  {
    id: 'canvas.addHere',
    when: ({ canEdit, cell }) => canEdit && cell !== undefined,
    run: ({ commands, cell }) => cell && commands.addInCell(cell.actor, cell.step),
  },
  {
    id: 'canvas.addNext',
    keys: ['Enter'],
    when: (context) => context.canEdit && !canEditKind(context, 'flow', 'actor'),
    run: ({ commands }) => commands.addNextStep(),
  },
  {
    id: 'canvas.addAbove',
    keys: ['Shift+Enter', 'Insert'],
    when: (context) => context.canEdit && toStepIds(context).length > 0,
    run: (context) => {
      const [step] = toStepIds(context);
      if (step) context.commands.addStepBeside(step, 'above');
    },
  },
  {
    id: 'canvas.addBelow',
    when: (context) => context.canEdit && toStepIds(context).length > 0,
    run: (context) => {
      const step = toStepIds(context).at(-1);
      if (step) context.commands.addStepBeside(step, 'below');
    },
  },
  {
    id: 'canvas.addRight',
    keys: ['Ctrl+ArrowRight'],
    when: canAddBeside,
    run: ({ commands }) => commands.addBranch(1),
  },
  {
    id: 'canvas.addLeft',
    keys: ['Ctrl+ArrowLeft'],
    when: canAddBeside,
    run: ({ commands }) => commands.addBranch(-1),
  },
  {
    id: 'canvas.addBranch',
    keys: ['Ctrl+ArrowDown'],
    when: canAddBeside,
    run: ({ commands }) => commands.addBranch(0),
  },
  {
    id: 'canvas.connectTo',
    keys: ['>'],
    when: canAddBeside,
    run: ({ commands }) => commands.askConnectTo(),
  },
  {
    id: 'canvas.insertInFlow',
    keys: ['Insert'],
    when: (context) => canEditKind(context, 'flow'),
    run: (context) => withFlow(context, (flow) => context.commands.insertInFlow(flow)),
  },
];

const symbolCommands: readonly Command<CanvasContext>[] = [
  {
    id: 'canvas.editText',
    keys: ['F2'],
    when: (context) => canEditKind(context, 'symbol', 'step'),
    run: ({ commands }) => commands.editSelected(),
  },
  {
    id: 'canvas.toggleDecision',
    keys: ['d'],
    when: canEditSymbols,
    run: ({ commands }) => commands.toggleDecision(),
  },
  {
    id: 'canvas.toTerminator',
    keys: ['Alt+1'],
    when: canEditSymbols,
    run: ({ commands }) => commands.setKind('terminator'),
  },
  {
    id: 'canvas.toProcess',
    keys: ['Alt+2'],
    when: canEditSymbols,
    run: ({ commands }) => commands.setKind('process'),
  },
  {
    id: 'canvas.toDecision',
    keys: ['Alt+3'],
    when: canEditSymbols,
    run: ({ commands }) => commands.setKind('decision'),
  },
  {
    id: 'canvas.joint',
    when: (context) => canJoin(context, false),
    run: toggleJoint,
  },
  {
    id: 'canvas.unjoint',
    when: (context) => canJoin(context, true),
    run: toggleJoint,
  },
  {
    id: 'canvas.copy',
    keys: ['Ctrl+C'],
    isKeyNative: true,
    when: (context) => toStepIds(context).length > 0 && !context.cell,
    run: ({ view }) => view.onClipboard('copy'),
  },
  {
    id: 'canvas.cut',
    keys: ['Ctrl+X'],
    isKeyNative: true,
    when: (context) => canEditKind(context, 'symbol', 'step'),
    run: ({ view }) => view.onClipboard('cut'),
  },
  {
    id: 'canvas.paste',
    keys: ['Ctrl+V'],
    isKeyNative: true,
    when: ({ canEdit }) => canEdit,
    run: ({ commands }) => void commands.pasteFromClipboard(),
  },
  {
    id: 'canvas.selectAll',
    keys: ['Ctrl+A'],
    run: ({ commands, layout }) =>
      commands.selectAll(layout.symbols.map(({ symbol }) => ({ kind: 'symbol', id: symbol }))),
  },
  {
    id: 'canvas.duplicate',
    keys: ['Ctrl+D'],
    when: (context) => context.canEdit && toStepIds(context).length > 0,
    run: ({ commands }) => commands.duplicateSelected(),
  },
  {
    id: 'canvas.moveUp',
    keys: ['Alt+ArrowUp'],
    when: (context) => canEditKind(context, 'symbol', 'step'),
    run: ({ commands }) => commands.moveSelectedSteps(-1),
  },
  {
    id: 'canvas.moveDown',
    keys: ['Alt+ArrowDown'],
    when: (context) => canEditKind(context, 'symbol', 'step'),
    run: ({ commands }) => commands.moveSelectedSteps(1),
  },
  {
    id: 'canvas.moveLeft',
    keys: ['Alt+ArrowLeft'],
    when: (context) => canEditKind(context, 'symbol', 'step', 'actor'),
    run: (context) => moveSideways(context, -1),
  },
  {
    id: 'canvas.moveRight',
    keys: ['Alt+ArrowRight'],
    when: (context) => canEditKind(context, 'symbol', 'step', 'actor'),
    run: (context) => moveSideways(context, 1),
  },
];

const flowCommands: readonly Command<CanvasContext>[] = [
  {
    id: 'canvas.editLabel',
    keys: ['F2', 'Enter'],
    when: (context) => canEditKind(context, 'flow'),
    run: ({ commands }) => commands.editSelected(),
  },
  {
    id: 'canvas.reverse',
    when: (context) => canEditKind(context, 'flow'),
    run: (context) => withFlow(context, (flow) => context.commands.reverse(flow)),
  },
  {
    id: 'canvas.route',
    when: (context) => canEditKind(context, 'flow'),
    run: ({ commands }) => commands.showRoutePanel(true),
  },
  {
    id: 'canvas.tidy',
    when: (context) => canEditKind(context, 'flow') && hasRoute(context),
    run: (context) => withFlow(context, (flow) => context.commands.setRoute(flow, null)),
  },
  {
    id: 'canvas.tidyAll',
    when: (context) => context.canEdit && toProcedure(context).flows.some(({ route }) => route),
    run: ({ commands }) => commands.tidy(),
  },
];

const actorCommands: readonly Command<CanvasContext>[] = [
  {
    id: 'canvas.addActor',
    keys: ['|'],
    when: ({ canEdit }) => canEdit,
    run: ({ commands }) => commands.addActorByName({ at: 'end' }),
  },
  {
    id: 'canvas.renameActor',
    keys: ['F2', 'Enter'],
    when: (context) => canEditKind(context, 'actor'),
    run: ({ commands }) => commands.editSelected(),
  },
  {
    id: 'canvas.group',
    when: (context) => canEditKind(context, 'actor') && !hasGroup(context),
    run: editGroup,
  },
  {
    id: 'canvas.renameGroup',
    when: (context) => canEditKind(context, 'actor') && hasGroup(context),
    run: editGroup,
  },
  {
    id: 'canvas.ungroup',
    when: (context) => canEditKind(context, 'actor') && hasGroup(context),
    run: (context) => withActor(context, (actor) => context.commands.group([actor], '')),
  },
  {
    id: 'canvas.addActorLeft',
    when: (context) => canEditKind(context, 'actor'),
    run: (context) =>
      withActor(context, (actor) => context.commands.addActorByName({ before: actor })),
  },
  {
    id: 'canvas.addActorRight',
    when: (context) => canEditKind(context, 'actor'),
    run: (context) =>
      withActor(context, (actor) => context.commands.addActorByName({ after: actor })),
  },
];

const pictureCommands: readonly Command<CanvasContext>[] = [
  {
    id: 'canvas.copyPicture',
    keys: ['Ctrl+Shift+C'],
    when: (context) => context.commands.canCopyPicture && toSymbolIds(context).length > 0,
    run: ({ commands }) => commands.copyPicture('selection'),
  },
  {
    id: 'canvas.copyAllPicture',
    keys: ['Ctrl+Shift+C'],
    when: ({ commands }) => commands.canCopyPicture,
    run: ({ commands }) => commands.copyPicture('sheet'),
  },
];

const removeCommands: readonly Command<CanvasContext>[] = [
  {
    id: 'canvas.remove',
    keys: ['Delete', 'Backspace'],
    isDanger: true,
    when: (context) => canEditKind(context, 'symbol', 'step', 'flow'),
    run: ({ commands }) => commands.removeSelected(),
  },
  {
    id: 'canvas.removeActor',
    keys: ['Delete', 'Backspace'],
    isDanger: true,
    when: (context) => canEditKind(context, 'actor'),
    run: ({ commands }) => commands.removeSelected(),
  },
];

const viewCommands: readonly Command<CanvasContext>[] = [
  { id: 'canvas.zoomIn', keys: ['+'], run: ({ view }) => view.zoomBy(1) },
  { id: 'canvas.zoomOut', keys: ['-'], run: ({ view }) => view.zoomBy(-1) },
  { id: 'canvas.zoomReset', keys: [')'], run: ({ view }) => view.zoomReset() },
  { id: 'canvas.fit', keys: ['!'], run: ({ view }) => view.fit() },
  {
    id: 'canvas.outline',
    run: ({ state }) => state.set({ isOutlineShown: !state.get().isOutlineShown }),
  },
  {
    id: 'canvas.minimap',
    run: ({ view }) => view.toggleMinimap(),
  },
  {
    id: 'canvas.fitSelection',
    keys: ['@'],
    when: (context) => findSelected(context) !== undefined,
    run: ({ view }) => view.fitSelection(),
  },
];

/** Every command of the canvas, in the order in which the palette lists them. */
export const canvasCommands: readonly Command<CanvasContext>[] = [
  ...addCommands,
  ...symbolCommands,
  ...flowCommands,
  ...actorCommands,
  ...pictureCommands,
  ...removeCommands,
  ...viewCommands,
  ...walkCommands,
];

/** The command of the canvas with this id. Throws when there is none. */
export function getCanvasCommand(id: string): Command<CanvasContext> {
  return getCommand(canvasCommands, id);
}

function canEditSymbols(context: CanvasContext): boolean {
  return context.canEdit && !context.cell && toSymbolIds(context).length > 0;
}

function canAddBeside(context: CanvasContext): boolean {
  return canEditKind(context, 'symbol', 'step') && toSymbolIds(context).length > 0;
}

function canJoin(context: CanvasContext, isJoint: boolean): boolean {
  if (!canEditKind(context, 'symbol', 'step')) return false;
  const [id] = toStepIds(context);
  const step = toProcedure(context).steps.find((each) => each.id === id);
  return step !== undefined && step.symbols.length > 1 && (step.joint ?? false) === isJoint;
}

function toggleJoint(context: CanvasContext): void {
  const [step] = toStepIds(context);
  if (step) context.commands.toggleJoint(step);
}

function moveSideways(context: CanvasContext, by: -1 | 1): void {
  const selected = findSelected(context);
  if (selected?.kind === 'actor') context.commands.moveActor(selected.id, by);
  else context.commands.moveSelectedSymbols(by);
}

function withFlow(context: CanvasContext, run: (flow: string) => void): void {
  const selected = findSelected(context);
  if (selected?.kind === 'flow') run(selected.id);
}

function withActor(context: CanvasContext, run: (actor: string) => void): void {
  const selected = findSelected(context);
  if (selected?.kind === 'actor') run(selected.id);
}

function hasRoute(context: CanvasContext): boolean {
  const selected = findSelected(context);
  return toProcedure(context).flows.some(({ id, route }) => id === selected?.id && route);
}

function hasGroup(context: CanvasContext): boolean {
  const selected = findSelected(context);
  return toProcedure(context).actors.some(({ id, group }) => id === selected?.id && group);
}

function editGroup(context: CanvasContext): void {
  withActor(context, (actor) => context.commands.edit({ of: 'group', actor }));
}
