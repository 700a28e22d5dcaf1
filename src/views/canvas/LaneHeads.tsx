import { ActionIcon } from '@mantine/core';
import { IconDots, IconPlus } from '@tabler/icons-react';
import type { Viewport } from '@xyflow/react';
import { useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActorColumn, CanvasLayout } from '#core/layout/geometry.ts';
import { useCanEdit, useProcedure } from '#session/react/hooks.ts';
import { useCanvas, useCanvasUi } from './canvasContext.ts';
import { InlineInput } from './InlineInput.tsx';
import { useIsSelected } from './useIsSelected.ts';
import { useViewportStyle } from './useViewportStyle.ts';

interface LaneHeadsProps {
  readonly layout: CanvasLayout;
}

/** The actors' names: they stay at the top of the window while the sheet moves below them. */
export function LaneHeads({ layout }: LaneHeadsProps) {
  const { t } = useTranslation('canvas');
  const { commands } = useCanvas();
  const canEdit = useCanEdit();
  const ref = useRef<HTMLDivElement>(null);
  useViewportStyle(ref, placeHeads);
  return (
    <div ref={ref} className="canvasHeads" style={{ height: layout.headHeight }}>
      <div className="canvasHeadBand" style={{ width: layout.width }} />
      {layout.columns.map((column) => (
        <LaneHead key={column.actor} column={column} />
      ))}
      {canEdit && (
        <div className="canvasAddActor" style={{ left: layout.width + 6 }}>
          <ActionIcon
            variant="default"
            radius="xl"
            size={28}
            aria-label={t('addActor')}
            title={t('addActor')}
            onClick={() => commands.addActorByName({ at: 'end' })}
          >
            <IconPlus size={16} />
          </ActionIcon>
        </div>
      )}
    </div>
  );
}

function LaneHead({ column: { actor, x, width } }: { readonly column: ActorColumn }) {
  const { t } = useTranslation('canvas');
  const { commands, state } = useCanvas();
  const canEdit = useCanEdit();
  const name = useProcedure(({ actors }) => actors.find(({ id }) => id === actor)?.name ?? '');
  const group = useProcedure(({ actors }) => actors.find(({ id }) => id === actor)?.group);
  const isSelected = useIsSelected('actor', actor);
  const isEdited = useCanvasUi(
    ({ editing }) => editing?.target.of === 'actor' && editing.target.actor === actor,
  );
  const isGroupEdited = useCanvasUi(
    ({ editing }) => editing?.target.of === 'group' && editing.target.actor === actor,
  );
  const openMenu = useCallback(
    (at: { readonly clientX: number; readonly clientY: number }) => {
      commands.select({ kind: 'actor', id: actor });
      state.set({ menu: { target: { kind: 'actor', id: actor }, x: at.clientX, y: at.clientY } });
    },
    [commands, state, actor],
  );
  return (
    <div
      className={`canvasHead${isSelected ? ' selected' : ''}`}
      style={{ left: x, width }}
      data-actor={actor}
    >
      {isEdited || isGroupEdited ? (
        <InlineInput
          target={isEdited ? { of: 'actor', actor } : { of: 'group', actor }}
          label={isEdited ? t('actorName') : t('groupName')}
        />
      ) : (
        <button
          type="button"
          className="canvasHeadName"
          aria-label={t('name.actor', { name })}
          aria-pressed={isSelected}
          onClick={() => commands.select({ kind: 'actor', id: actor })}
          onDoubleClick={() => canEdit && commands.editText({ kind: 'actor', id: actor })}
          onContextMenu={(event) => {
            event.preventDefault();
            if (canEdit) openMenu(event);
          }}
        >
          {group && <span className="canvasHeadGroup">{group}</span>}
          <span className="canvasHeadText">{name || t('unnamedActor')}</span>
        </button>
      )}
      {canEdit && !isEdited && !isGroupEdited && (
        <button
          type="button"
          className="canvasHeadMenu"
          aria-label={t('actorMenu', { name })}
          onClick={openMenu}
        >
          <IconDots size={12} />
        </button>
      )}
    </div>
  );
}

/** Small sheets keep readable heads: their letters shrink less than the sheet does. */
function placeHeads(style: CSSStyleDeclaration, { x, y, zoom }: Viewport): void {
  style.transform = `translate(${x}px, ${Math.max(0, y)}px) scale(${zoom})`;
  style.setProperty('--letter-scale', String(Math.min(1.7, Math.max(1, 1 / zoom))));
}
