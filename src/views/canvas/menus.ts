import type { Command } from '#ui/commands/command.ts';
import type { CanvasContext } from './canvasCommandContext.ts';
import type { MenuTarget } from './canvasState.ts';
import { getCanvasCommand } from './commandList.ts';

const stepMenu = [
  ['canvas.editText', 'canvas.toggleDecision', 'canvas.joint', 'canvas.unjoint'],
  ['canvas.addAbove', 'canvas.addBelow', 'canvas.addBranch', 'canvas.connectTo'],
  ['canvas.cut', 'canvas.copy', 'canvas.paste', 'canvas.duplicate'],
  ['canvas.moveUp', 'canvas.moveDown'],
  ['canvas.copyPicture'],
  ['canvas.remove'],
];

const menus: Readonly<Record<MenuTarget['kind'], readonly (readonly string[])[]>> = {
  symbol: stepMenu,
  step: stepMenu,
  flow: [
    ['canvas.editLabel', 'canvas.insertInFlow', 'canvas.reverse'],
    ['canvas.route', 'canvas.tidy'],
    ['canvas.remove'],
  ],
  actor: [
    ['canvas.renameActor', 'canvas.group', 'canvas.renameGroup', 'canvas.ungroup'],
    ['canvas.addActorLeft', 'canvas.addActorRight'],
    ['canvas.moveLeft', 'canvas.moveRight'],
    ['canvas.removeActor'],
  ],
  cell: [
    ['canvas.addHere', 'canvas.addAbove', 'canvas.addBelow'],
    ['canvas.paste', 'canvas.selectAll'],
    ['canvas.addNext', 'canvas.addActor'],
    ['canvas.copyAllPicture', 'canvas.fit'],
  ],
};

type MenuGroup = readonly Command<CanvasContext>[];

/** The commands for what a menu was opened on, in groups; what makes no sense now is left out. */
export function listMenu(target: MenuTarget, context: CanvasContext): readonly MenuGroup[] {
  return menus[target.kind]
    .map((ids) => ids.map(getCanvasCommand).filter(({ when }) => when?.(context) ?? true))
    .filter((group) => group.length > 0);
}
