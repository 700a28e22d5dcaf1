import type { KeyChord } from '#ui/commands/chord.ts';
import type { Command } from '#ui/commands/command.ts';
import {
  type CanvasContext,
  findSelected,
  findStandpoint,
  toProcedure,
} from './canvasCommandContext.ts';
import {
  type Direction,
  findNeighbour,
  findNextAlong,
  findNextArrow,
  findPreviousAlong,
} from './keyboardMoves.ts';

/** The keys that move the selection: in the grid, along the flow, round the arrows of a symbol. */
export const walkCommands: readonly Command<CanvasContext>[] = [
  {
    id: 'canvas.go',
    keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
    isKeyOnly: true,
    run: (context, chord) => select(context, 'symbol', findGridNeighbour(context, chord)),
  },
  {
    id: 'canvas.walkOn',
    keys: ['Tab'],
    isKeyOnly: true,
    // After the flow's end the key leaves the canvas as usual.
    when: (context) => findAlong(context, 'on') !== undefined,
    run: (context) => select(context, 'symbol', findAlong(context, 'on')),
  },
  {
    id: 'canvas.walkBack',
    keys: ['Shift+Tab'],
    isKeyOnly: true,
    when: (context) => findAlong(context, 'back') !== undefined,
    run: (context) => select(context, 'symbol', findAlong(context, 'back')),
  },
  {
    id: 'canvas.walkArrows',
    keys: [
      'Ctrl+Shift+ArrowRight',
      'Ctrl+Shift+ArrowLeft',
      'Ctrl+Shift+ArrowDown',
      'Ctrl+Shift+ArrowUp',
    ],
    isKeyOnly: true,
    when: (context) => findArrow(context, 1) !== undefined,
    run: (context, chord) => select(context, 'flow', findArrow(context, isBack(chord) ? -1 : 1)),
  },
  {
    id: 'canvas.clearSelection',
    keys: ['Escape'],
    isKeyOnly: true,
    when: (context) => findSelected(context) !== undefined,
    run: ({ commands }) => commands.select(null),
  },
];

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

function findGridNeighbour(context: CanvasContext, chord: KeyChord | undefined) {
  const direction = directions[chord?.key ?? ''];
  return direction && findNeighbour(context.layout, findStandpoint(context), direction);
}

function findAlong(context: CanvasContext, way: 'on' | 'back'): string | undefined {
  const symbol = findStandpoint(context);
  if (!symbol) return undefined;
  const find = way === 'on' ? findNextAlong : findPreviousAlong;
  return find(toProcedure(context), symbol);
}

function findArrow(context: CanvasContext, by: -1 | 1): string | undefined {
  const selected = findSelected(context);
  const at =
    selected?.kind === 'flow' ? { flow: selected.id } : { symbol: findStandpoint(context) };
  return findNextArrow(toProcedure(context), at, by);
}

function isBack(chord: KeyChord | undefined): boolean {
  return chord?.key === 'ArrowUp' || chord?.key === 'ArrowLeft';
}

function select(
  { commands }: CanvasContext,
  kind: 'symbol' | 'flow',
  id: string | undefined,
): void {
  if (id !== undefined) commands.select({ kind, id });
}
