import {
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowsExchange,
  IconArrowUp,
  IconColumnInsertLeft,
  IconColumnInsertRight,
  IconColumnRemove,
  IconCopy,
  IconFolderMinus,
  IconFolderPlus,
  IconLink,
  IconPencil,
  IconPhoto,
  IconPlus,
  IconRoute,
  IconRowInsertBottom,
  IconRowInsertTop,
  IconSquareRotated,
  IconTrash,
  IconWand,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Procedure, Step } from '#core/model/procedure.ts';
import { useProcedure } from '#session/react/hooks.ts';
import type { CanvasCommands } from './CanvasCommands.ts';
import { useCanvas } from './canvasContext.ts';
import type { MenuTarget } from './canvasState.ts';
import type { CellPlace } from './cells.ts';
import { findSymbolInStep } from './symbolFacts.ts';

interface MenuItem {
  /** Key of its text in `menu`. */
  readonly label: MenuLabel;
  readonly icon: ReactNode;
  readonly shortcut?: string;
  readonly isDanger?: boolean;
  readonly isDisabled?: boolean;
  readonly run: () => void;
}

type MenuLabel =
  | 'addAbove'
  | 'addActorLeft'
  | 'addActorRight'
  | 'addBelow'
  | 'addHere'
  | 'addStep'
  | 'copyAllPicture'
  | 'copyPicture'
  | 'duplicate'
  | 'editLabel'
  | 'editText'
  | 'group'
  | 'joint'
  | 'moveDown'
  | 'moveLeft'
  | 'moveRight'
  | 'moveUp'
  | 'remove'
  | 'removeActor'
  | 'renameActor'
  | 'renameGroup'
  | 'reverse'
  | 'route'
  | 'tidy'
  | 'toggleDecision'
  | 'ungroup'
  | 'unjoint';

/** Commands, or a line between two groups of them. */
export type MenuItems = readonly (MenuItem | 'rule')[];

const look = { size: 16, stroke: 1.7 } as const;

/** The commands that fit what the menu was opened on, which is selected, in order. */
export function useMenuItems(target: MenuTarget): MenuItems {
  const { commands } = useCanvas();
  const procedure = useProcedure((whole) => whole);
  switch (target.kind) {
    case 'symbol': {
      const step = findSymbolInStep(procedure, target.id)?.step;
      return step ? toStepItems(commands, step) : [];
    }
    case 'step': {
      const step = procedure.steps.find(({ id }) => id === target.id);
      return step ? toStepItems(commands, step) : [];
    }
    case 'flow':
      return toFlowItems(commands, procedure, target.id);
    case 'actor':
      return toActorItems(commands, procedure, target.id);
    case 'cell':
      return toCellItems(commands, target.cell);
  }
}

function toStepItems(commands: CanvasCommands, step: Step): MenuItems {
  return [
    toEditItem('editText', commands),
    {
      label: 'toggleDecision',
      icon: <IconSquareRotated {...look} />,
      shortcut: 'D',
      isDisabled: step.symbols.length === 0,
      run: () => commands.toggleDecision(),
    },
    {
      label: step.joint ? 'unjoint' : 'joint',
      icon: <IconLink {...look} />,
      isDisabled: step.symbols.length < 2,
      run: () => commands.toggleJoint(step.id),
    },
    'rule',
    ...toNeighbourItems(commands, step.id),
    'rule',
    {
      label: 'duplicate',
      icon: <IconCopy {...look} />,
      shortcut: 'Ctrl D',
      run: () => commands.duplicateSelected(),
    },
    {
      label: 'moveUp',
      icon: <IconArrowUp {...look} />,
      shortcut: 'Alt ↑',
      run: () => commands.moveSelectedSteps(-1),
    },
    {
      label: 'moveDown',
      icon: <IconArrowDown {...look} />,
      shortcut: 'Alt ↓',
      run: () => commands.moveSelectedSteps(1),
    },
    ...toCopyItems('copyPicture', commands),
    'rule',
    toRemoveItem(commands),
  ];
}

function toNeighbourItems(commands: CanvasCommands, step: string): readonly MenuItem[] {
  return [
    {
      label: 'addAbove',
      icon: <IconRowInsertTop {...look} />,
      run: () => commands.addStepBeside(step, 'above'),
    },
    {
      label: 'addBelow',
      icon: <IconRowInsertBottom {...look} />,
      run: () => commands.addStepBeside(step, 'below'),
    },
  ];
}

function toFlowItems(commands: CanvasCommands, { flows }: Procedure, flow: string): MenuItems {
  return [
    toEditItem('editLabel', commands),
    {
      label: 'reverse',
      icon: <IconArrowsExchange {...look} />,
      run: () => commands.reverse(flow),
    },
    'rule',
    {
      label: 'route',
      icon: <IconRoute {...look} />,
      run: () => commands.showRoutePanel(true),
    },
    {
      label: 'tidy',
      icon: <IconWand {...look} />,
      isDisabled: !flows.find(({ id }) => id === flow)?.route,
      run: () => commands.setRoute(flow, null),
    },
    'rule',
    toRemoveItem(commands),
  ];
}

function toActorItems(commands: CanvasCommands, { actors }: Procedure, actor: string): MenuItems {
  const hasGroup = Boolean(actors.find(({ id }) => id === actor)?.group);
  return [
    toEditItem('renameActor', commands),
    {
      label: hasGroup ? 'renameGroup' : 'group',
      icon: <IconFolderPlus {...look} />,
      run: () => commands.edit({ of: 'group', actor }),
    },
    {
      label: 'ungroup',
      icon: <IconFolderMinus {...look} />,
      isDisabled: !hasGroup,
      run: () => commands.group([actor], ''),
    },
    'rule',
    {
      label: 'addActorLeft',
      icon: <IconColumnInsertLeft {...look} />,
      run: () => commands.addActorByName({ before: actor }),
    },
    {
      label: 'addActorRight',
      icon: <IconColumnInsertRight {...look} />,
      run: () => commands.addActorByName({ after: actor }),
    },
    'rule',
    ...toShiftItems(commands, actor),
    'rule',
    {
      label: 'removeActor',
      icon: <IconColumnRemove {...look} />,
      shortcut: 'Del',
      isDanger: true,
      run: () => commands.removeSelected(),
    },
  ];
}

function toShiftItems(commands: CanvasCommands, actor: string): readonly MenuItem[] {
  return [
    {
      label: 'moveLeft',
      icon: <IconArrowLeft {...look} />,
      shortcut: 'Alt ←',
      run: () => commands.moveActor(actor, -1),
    },
    {
      label: 'moveRight',
      icon: <IconArrowRight {...look} />,
      shortcut: 'Alt →',
      run: () => commands.moveActor(actor, 1),
    },
  ];
}

function toCellItems(commands: CanvasCommands, cell: CellPlace | undefined): MenuItems {
  if (!cell) {
    const run = () => commands.addNextStep();
    return [
      { label: 'addStep', icon: <IconPlus {...look} />, run },
      ...toCopyItems('copyAllPicture', commands),
    ];
  }
  return [
    {
      label: 'addHere',
      icon: <IconPlus {...look} />,
      run: () => commands.addInCell(cell.actor, cell.step),
    },
    ...toNeighbourItems(commands, cell.step),
    ...toCopyItems('copyAllPicture', commands),
  ];
}

function toCopyItems(label: 'copyPicture' | 'copyAllPicture', commands: CanvasCommands): MenuItems {
  if (!commands.canCopyPicture) return [];
  return [
    'rule',
    {
      label,
      icon: <IconPhoto {...look} />,
      shortcut: 'Ctrl ⇧ C',
      run: () => commands.copyPicture(label === 'copyPicture' ? 'selection' : 'sheet'),
    },
  ];
}

function toEditItem(
  label: 'editText' | 'editLabel' | 'renameActor',
  commands: CanvasCommands,
): MenuItem {
  return {
    label,
    icon: <IconPencil {...look} />,
    shortcut: 'F2',
    run: () => commands.editSelected(),
  };
}

function toRemoveItem(commands: CanvasCommands): MenuItem {
  return {
    label: 'remove',
    icon: <IconTrash {...look} />,
    shortcut: 'Del',
    isDanger: true,
    run: () => commands.removeSelected(),
  };
}
