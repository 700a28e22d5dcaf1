import { Menu } from '@mantine/core';
import {
  IconArrowLeft,
  IconArrowMerge,
  IconArrowRight,
  IconColumnInsertLeft,
  IconColumnInsertRight,
  IconFolderMinus,
  IconFolderPlus,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Actor, Procedure } from '#core/model/procedure.ts';
import { useCanEdit, useProcedure, useSelection } from '#session/react/hooks.ts';
import { HeadMenu, type HeadMenuProps } from './HeadMenu.tsx';
import type { PageModel } from './pageModel.ts';
import type { Placement } from './placement.ts';
import { useTable } from './tableContext.ts';

interface ColumnMenuProps {
  readonly pages: readonly PageModel[];
  readonly placement: Placement;
}

/** What can be done with the selected actor, at the head of its column. */
export function ColumnMenu({ pages, placement }: ColumnMenuProps) {
  const canEdit = useCanEdit();
  const [selected, ...others] = useSelection();
  const id = selected?.kind === 'actor' && others.length === 0 ? selected.id : undefined;
  const at = id === undefined ? undefined : toPlace(pages, placement, id);
  if (!canEdit || id === undefined || !at) return null;
  return <ActorMenu key={id} actor={id} at={at} />;
}

interface ActorMenuProps {
  readonly actor: string;
  readonly at: HeadMenuProps['at'];
}

function ActorMenu({ actor, at }: ActorMenuProps) {
  const { t } = useTranslation('table');
  const actors = useProcedure(toActors);
  const index = actors.findIndex(({ id }) => id === actor);
  const own = actors[index];
  if (!own) return null;
  return (
    <HeadMenu label={t('column.actions', { name: own.name })} drags={`actor:${actor}`} at={at}>
      {(onTyping) => (
        <>
          <NameItems actor={actor} onTyping={onTyping} />
          <Menu.Divider />
          <MoveItems own={own} left={actors[index - 1]} right={actors[index + 1]} />
        </>
      )}
    </HeadMenu>
  );
}

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

interface NameItemsProps {
  readonly actor: string;
  /** The keyboard goes to a name. */
  readonly onTyping: () => void;
}

function NameItems({ actor, onTyping }: NameItemsProps) {
  const { t } = useTranslation('table');
  const { chart } = useTable();
  const typing = (run: () => void) => () => {
    onTyping();
    run();
  };
  return (
    <>
      <Menu.Item
        leftSection={<IconPencil {...icon} />}
        onClick={typing(() => chart.renameActor(actor))}
      >
        {t('column.rename')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconColumnInsertLeft {...icon} />}
        onClick={typing(() => chart.addActor({ before: actor }))}
      >
        {t('column.addLeft')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconColumnInsertRight {...icon} />}
        rightSection={<kbd className="tableKeys">Ctrl+Enter</kbd>}
        onClick={typing(() => chart.addActor({ after: actor }))}
      >
        {t('column.addRight')}
      </Menu.Item>
    </>
  );
}

interface MoveItemsProps {
  readonly own: Actor;
  readonly left: Actor | undefined;
  readonly right: Actor | undefined;
}

function MoveItems({ own, left, right }: MoveItemsProps) {
  const { t } = useTranslation('table');
  const { chart } = useTable();
  const groupName = t('column.newGroup');
  return (
    <>
      <Menu.Item
        leftSection={<IconArrowLeft {...icon} />}
        rightSection={<kbd className="tableKeys">Alt+←</kbd>}
        disabled={!left}
        onClick={() => chart.moveActor(own.id, -1)}
      >
        {t('column.moveLeft')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconArrowRight {...icon} />}
        rightSection={<kbd className="tableKeys">Alt+→</kbd>}
        disabled={!right}
        onClick={() => chart.moveActor(own.id, 1)}
      >
        {t('column.moveRight')}
      </Menu.Item>
      <Menu.Divider />
      {right && right.group !== own.group && (
        <Menu.Item
          leftSection={<IconFolderPlus {...icon} />}
          onClick={() => chart.groupActor(own.id, 1, groupName)}
        >
          {t('column.group', { name: right.name })}
        </Menu.Item>
      )}
      {!own.group && !right?.group && right && left?.group && (
        <Menu.Item
          leftSection={<IconFolderPlus {...icon} />}
          onClick={() => chart.groupActor(own.id, -1, groupName)}
        >
          {t('column.group', { name: left.name })}
        </Menu.Item>
      )}
      {own.group && (
        <Menu.Item
          leftSection={<IconFolderMinus {...icon} />}
          onClick={() => chart.ungroupActor(own.id)}
        >
          {t('column.ungroup', { name: own.group })}
        </Menu.Item>
      )}
      {left && (
        <Menu.Item
          leftSection={<IconArrowMerge {...icon} />}
          onClick={() => chart.mergeActor(own.id, -1)}
        >
          {t('column.merge', { name: left.name })}
        </Menu.Item>
      )}
      {right && (
        <Menu.Item
          leftSection={<IconArrowMerge {...icon} />}
          onClick={() => chart.mergeActor(own.id, 1)}
        >
          {t('column.merge', { name: right.name })}
        </Menu.Item>
      )}
      <Menu.Divider />
      <Menu.Item
        color="red"
        leftSection={<IconTrash {...icon} />}
        onClick={() => chart.removeActor(own.id)}
      >
        {t('column.remove')}
      </Menu.Item>
    </>
  );
}

function toActors({ actors }: Procedure): Procedure['actors'] {
  return actors;
}

/** Above the actor's name on the first page that shows it. */
function toPlace(pages: readonly PageModel[], { pages: sheets, scale }: Placement, actor: string) {
  for (const [index, { rows }] of pages.entries()) {
    const head = rows
      .flat()
      .find(
        ({ subject }) =>
          subject.kind === 'text' &&
          subject.target.of === 'actor' &&
          subject.target.actor === actor,
      );
    const sheet = sheets[index];
    if (head && sheet)
      return {
        left: `calc(${sheet.x + (head.x + head.width / 2) * scale}px - var(--grip) / 2)`,
        top: `calc(${sheet.y + head.y * scale - 2}px - var(--grip))`,
      };
  }
  return undefined;
}
