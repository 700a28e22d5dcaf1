import { Menu } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconCopy,
  IconRowInsertBottom,
  IconRowInsertTop,
  IconTrash,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Procedure } from '#core/model/procedure.ts';
import { useCanEdit, useProcedure, useSelection } from '#session/react/hooks.ts';
import type { Selection } from '#session/session.ts';
import { HeadMenu, type HeadMenuProps } from './HeadMenu.tsx';
import { findRowBox } from './marks.ts';
import type { PageModel } from './pageModel.ts';
import type { Placement } from './placement.ts';
import { useTable } from './tableContext.ts';

interface RowMenuProps {
  readonly pages: readonly PageModel[];
  readonly placement: Placement;
}

/** What can be done with the selected row, at its left end. */
export function RowMenu({ pages, placement }: RowMenuProps) {
  const canEdit = useCanEdit();
  const selection = useSelection();
  const step = useProcedure((procedure) => findSelectedStep(procedure, selection));
  const at = step === undefined ? undefined : toPlace(pages, placement, step);
  if (!canEdit || step === undefined || !at) return null;
  return <StepMenu step={step} at={at} />;
}

interface StepMenuProps {
  readonly step: string;
  readonly at: HeadMenuProps['at'];
}

function StepMenu({ step, at }: StepMenuProps) {
  const { t } = useTranslation('table');
  const number = useProcedure(({ steps }) => steps.findIndex(({ id }) => id === step) + 1);
  return (
    <HeadMenu label={t('row.actions', { number })} drags={`number:${step}`} at={at}>
      {(onTyping) => (
        <>
          <AddItems step={step} onTyping={onTyping} />
          <Menu.Divider />
          <ChangeItems step={step} number={number} />
        </>
      )}
    </HeadMenu>
  );
}

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

interface AddItemsProps {
  readonly step: string;
  /** A step is added, and the keyboard goes to it. */
  readonly onTyping: () => void;
}

function AddItems({ step, onTyping }: AddItemsProps) {
  const { t } = useTranslation('table');
  const { commands } = useTable();
  return (
    <>
      <Menu.Item
        leftSection={<IconRowInsertTop {...icon} />}
        onClick={() => {
          onTyping();
          commands.addStepAbove(step);
        }}
      >
        {t('row.addAbove')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconRowInsertBottom {...icon} />}
        rightSection={<kbd className="tableKeys">Ctrl+Enter</kbd>}
        onClick={() => {
          onTyping();
          commands.addStep(step);
        }}
      >
        {t('row.addBelow')}
      </Menu.Item>
      <Menu.Item leftSection={<IconCopy {...icon} />} onClick={() => commands.duplicateStep(step)}>
        {t('row.duplicate')}
      </Menu.Item>
    </>
  );
}

interface ChangeItemsProps {
  readonly step: string;
  readonly number: number;
}

function ChangeItems({ step, number }: ChangeItemsProps) {
  const { t } = useTranslation('table');
  const { commands } = useTable();
  const count = useProcedure(({ steps }) => steps.length);
  return (
    <>
      <Menu.Item
        leftSection={<IconArrowUp {...icon} />}
        rightSection={<kbd className="tableKeys">Alt+↑</kbd>}
        disabled={number <= 1}
        onClick={() => commands.moveStep(step, -1)}
      >
        {t('row.moveUp')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconArrowDown {...icon} />}
        rightSection={<kbd className="tableKeys">Alt+↓</kbd>}
        disabled={number >= count}
        onClick={() => commands.moveStep(step, 1)}
      >
        {t('row.moveDown')}
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item
        color="red"
        leftSection={<IconTrash {...icon} />}
        onClick={() => commands.removeStep(step)}
      >
        {t('row.remove')}
      </Menu.Item>
    </>
  );
}

function findSelectedStep(procedure: Procedure, selection: Selection): string | undefined {
  const [selected, ...others] = selection;
  if (!selected || others.length > 0) return undefined;
  if (selected.kind === 'step') return selected.id;
  if (selected.kind !== 'symbol') return undefined;
  return procedure.steps.find((step) => step.symbols.some(({ id }) => id === selected.id))?.id;
}

/** Left of the row, as far as the desk allows. */
function toPlace(pages: readonly PageModel[], { pages: sheets, scale }: Placement, step: string) {
  for (const [index, { layout }] of pages.entries()) {
    const row = findRowBox(layout, step);
    const sheet = sheets[index];
    if (row && sheet)
      return {
        left: `max(2px, ${sheet.x + row.x * scale - 6}px - var(--grip))`,
        top: `calc(${sheet.y + (row.y + row.height / 2) * scale}px - var(--grip) / 2)`,
      };
  }
  return undefined;
}
