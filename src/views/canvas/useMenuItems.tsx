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
  IconFolders,
  IconLink,
  IconPencil,
  IconPlus,
  IconRowInsertBottom,
  IconRowInsertTop,
  IconSquareRotated,
  IconTrash,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useProcedure } from '#session/react/hooks.ts';
import type { CanvasCommands } from './CanvasCommands.ts';
import { useCanvas } from './canvasContext.ts';
import type { MenuTarget } from './canvasState.ts';
import { findSymbolInStep } from './symbolFacts.ts';

export interface MenuItem {
  /** Key of its text, without the namespace. */
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
  | 'duplicate'
  | 'editLabel'
  | 'editText'
  | 'groupActor'
  | 'joint'
  | 'moveDown'
  | 'moveLeft'
  | 'moveRight'
  | 'moveUp'
  | 'remove'
  | 'removeActor'
  | 'removeStep'
  | 'renameActor'
  | 'reverse'
  | 'toggleDecision'
  | 'unjoint';

const iconProps = { size: 16, stroke: 1.7 } as const;

/** The commands that fit what the menu was opened on, in order; `rule` is a line between them. */
export function useMenuItems(target: MenuTarget): readonly (MenuItem | 'rule')[] {
  const { commands } = useCanvas();
  const procedure = useProcedure((whole) => whole);
  switch (target.kind) {
    case 'symbol': {
      const step = findSymbolInStep(procedure, target.id)?.step;
      return step ? [...toSymbolItems(commands), 'rule', ...toStepItems(commands, step)] : [];
    }
    case 'step': {
      const step = procedure.steps.find(({ id }) => id === target.id);
      return step ? [toEditItem(commands), 'rule', ...toStepItems(commands, step)] : [];
    }
    case 'flow':
      return toFlowItems(commands, target.id);
    case 'actor':
      return toActorItems(commands, target.id);
    case 'cell':
      return toCellItems(commands, target.cell);
  }
}

function toEditItem(commands: CanvasCommands): MenuItem {
  return {
    label: 'editText',
    icon: <IconPencil {...iconProps} />,
    shortcut: 'F2',
    run: () => commands.editSelected(),
  };
}

function toSymbolItems(commands: CanvasCommands): readonly MenuItem[] {
  return [
    toEditItem(commands),
    {
      label: 'toggleDecision',
      icon: <IconSquareRotated {...iconProps} />,
      shortcut: 'D',
      run: () => commands.toggleDecision(),
    },
    {
      label: 'remove',
      icon: <IconTrash {...iconProps} />,
      shortcut: 'Del',
      isDanger: true,
      run: () => commands.removeSelected(),
    },
  ];
}

interface MenuStep {
  readonly id: string;
  readonly joint?: boolean;
  readonly symbols: readonly unknown[];
}

function toStepItems(commands: CanvasCommands, step: MenuStep): readonly MenuItem[] {
  const { id } = step;
  return [
    {
      label: 'addAbove',
      icon: <IconRowInsertTop {...iconProps} />,
      run: () => commands.addStepBeside(id, 'above'),
    },
    {
      label: 'addBelow',
      icon: <IconRowInsertBottom {...iconProps} />,
      shortcut: 'Enter',
      run: () => commands.addStepBeside(id, 'below'),
    },
    {
      label: 'duplicate',
      icon: <IconCopy {...iconProps} />,
      shortcut: 'Ctrl D',
      run: () => commands.duplicateStep(id),
    },
    {
      label: 'moveUp',
      icon: <IconArrowUp {...iconProps} />,
      shortcut: 'Alt ↑',
      run: () => commands.moveStep(id, -1),
    },
    {
      label: 'moveDown',
      icon: <IconArrowDown {...iconProps} />,
      shortcut: 'Alt ↓',
      run: () => commands.moveStep(id, 1),
    },
    {
      label: step.joint ? 'unjoint' : 'joint',
      icon: <IconLink {...iconProps} />,
      isDisabled: step.symbols.length < 2,
      run: () => commands.toggleJoint(id),
    },
    {
      label: 'removeStep',
      icon: <IconTrash {...iconProps} />,
      isDanger: true,
      run: () => commands.remove({ kind: 'step', id }),
    },
  ];
}

function toFlowItems(commands: CanvasCommands, flow: string): readonly MenuItem[] {
  return [
    {
      label: 'editLabel',
      icon: <IconPencil {...iconProps} />,
      shortcut: 'F2',
      run: () => commands.editSelected(),
    },
    {
      label: 'reverse',
      icon: <IconArrowsExchange {...iconProps} />,
      run: () => commands.reverse(flow),
    },
    {
      label: 'remove',
      icon: <IconTrash {...iconProps} />,
      shortcut: 'Del',
      isDanger: true,
      run: () => commands.removeSelected(),
    },
  ];
}

function toActorItems(commands: CanvasCommands, actor: string): readonly (MenuItem | 'rule')[] {
  return [
    {
      label: 'renameActor',
      icon: <IconPencil {...iconProps} />,
      shortcut: 'F2',
      run: () => commands.editSelected(),
    },
    {
      label: 'groupActor',
      icon: <IconFolders {...iconProps} />,
      run: () => commands.startEditing({ target: { of: 'group', actor } }),
    },
    'rule',
    {
      label: 'addActorLeft',
      icon: <IconColumnInsertLeft {...iconProps} />,
      run: () => commands.addActorByName({ before: actor }),
    },
    {
      label: 'addActorRight',
      icon: <IconColumnInsertRight {...iconProps} />,
      run: () => commands.addActorByName({ after: actor }),
    },
    {
      label: 'moveLeft',
      icon: <IconArrowLeft {...iconProps} />,
      run: () => commands.moveActor(actor, -1),
    },
    {
      label: 'moveRight',
      icon: <IconArrowRight {...iconProps} />,
      run: () => commands.moveActor(actor, 1),
    },
    'rule',
    {
      label: 'removeActor',
      icon: <IconColumnRemove {...iconProps} />,
      isDanger: true,
      run: () => commands.remove({ kind: 'actor', id: actor }),
    },
  ];
}

function toCellItems(
  commands: CanvasCommands,
  cell: { readonly step: string; readonly actor: string } | undefined,
): readonly MenuItem[] {
  const add: MenuItem = {
    label: 'addStep',
    icon: <IconPlus {...iconProps} />,
    run: () => commands.addNextStep(),
  };
  if (!cell) return [add];
  return [
    {
      label: 'addHere',
      icon: <IconPlus {...iconProps} />,
      run: () => commands.addInCell(cell.actor, cell.step),
    },
    {
      label: 'addAbove',
      icon: <IconRowInsertTop {...iconProps} />,
      run: () => commands.addStepBeside(cell.step, 'above'),
    },
    {
      label: 'addBelow',
      icon: <IconRowInsertBottom {...iconProps} />,
      run: () => commands.addStepBeside(cell.step, 'below'),
    },
  ];
}
