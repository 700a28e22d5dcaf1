import { IconDots, IconPlus } from '@tabler/icons-react';
import type { Viewport } from '@xyflow/react';
import { type CSSProperties, type MouseEvent, memo, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActorColumn } from '#core/layout/geometry.ts';
import { useCanEdit, useProcedure } from '#session/react/hooks.ts';
import { useCanvas, useCanvasUi, useSheet } from './canvasContext.ts';
import { GroupInput } from './GroupInput.tsx';
import { InlineInput } from './InlineInput.tsx';
import { type LaneGroup, toLaneGroups } from './laneGroups.ts';
import { useIsSelected } from './useIsSelected.ts';
import { useViewportStyle } from './useViewportStyle.ts';

/** The actors' names: they stay at the top of the window while the sheet moves below them. */
export function LaneHeads() {
  const { t } = useTranslation('canvas');
  const canEdit = useCanEdit();
  const columns = useSheet(({ layout }) => layout.columns);
  const width = useSheet(({ layout }) => layout.width);
  const height = useSheet(({ layout }) => layout.headHeight);
  const actors = useProcedure((procedure) => procedure.actors);
  const groups = useMemo(() => toLaneGroups(actors, columns), [actors, columns]);
  const grouped = useMemo(() => new Set(groups.flatMap((group) => group.actors)), [groups]);
  const ref = useRef<HTMLFieldSetElement>(null);
  useViewportStyle(ref, placeHeads);
  return (
    <fieldset ref={ref} className="canvasHeads" style={{ height, width }} aria-label={t('actors')}>
      {groups.map((group) => (
        <GroupHead key={`${group.actors[0]}`} group={group} height={groupHeight} />
      ))}
      {columns.map((column) => (
        <LaneHead
          key={column.actor}
          column={column}
          top={grouped.has(column.actor) ? groupHeight : 0}
          height={height}
        />
      ))}
      {canEdit && <AddActor />}
      <Corner />
    </fieldset>
  );
}

/** What the name of a group takes of its lanes' heads. */
const groupHeight = 22;

interface GroupHeadProps {
  readonly group: LaneGroup;
  readonly height: number;
}

function GroupHead({ group: { name, actors, x, width }, height }: GroupHeadProps) {
  const { commands } = useCanvas();
  const canEdit = useCanEdit();
  const isEdited = useCanvasUi(
    ({ editing }) => editing?.of === 'group' && actors.includes(editing.actor),
  );
  const [actor] = actors;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the menu of each of its lanes does the same.
    <div
      className="canvasGroup canvasWidget nopan"
      style={{ left: x, width, height }}
      onDoubleClick={() => canEdit && actor && commands.edit({ of: 'group', actor })}
    >
      {isEdited && actor ? <GroupInput actor={actor} /> : <span>{name}</span>}
    </div>
  );
}

interface LaneHeadProps {
  readonly column: ActorColumn;
  readonly top: number;
  /** Of all heads, the groups' names included. */
  readonly height: number;
}

const LaneHead = memo(function LaneHead(props: LaneHeadProps) {
  const { column, top, height } = props;
  const { actor, x, width } = column;
  const { t } = useTranslation('canvas');
  const canEdit = useCanEdit();
  const name = useProcedure(({ actors }) => actors.find(({ id }) => id === actor)?.name ?? '');
  const hasGroup = top > 0;
  const isSelected = useIsSelected('actor', actor);
  const isEdited = useCanvasUi(({ editing }) => editing?.of === 'actor' && editing.actor === actor);
  const isGroupEdited = useCanvasUi(
    ({ editing }) => !hasGroup && editing?.of === 'group' && editing.actor === actor,
  );
  if (isGroupEdited || isEdited) {
    return (
      <div className="canvasHead" style={{ left: x, width, top }}>
        {isEdited ? (
          <InlineInput target={{ of: 'actor', actor }} label={t('actorName')} />
        ) : (
          <GroupInput actor={actor} />
        )}
      </div>
    );
  }
  return (
    <div className={`canvasHead${isSelected ? ' selected' : ''}`} style={{ left: x, width, top }}>
      <button
        type="button"
        className="canvasHeadName nopan"
        aria-label={t('name.actor', { name: name || t('unnamedActor') })}
        aria-pressed={isSelected}
        data-actor={actor}
      >
        <span style={toRoom(height - top)}>{name || t('unnamedActor')}</span>
      </button>
      {canEdit && <LaneMenuButton actor={actor} name={name} />}
    </div>
  );
});

/** Tells the style sheet how high a name may become. */
function toRoom(height: number): CSSProperties {
  return Object.assign<CSSProperties, object>({}, { '--room': height });
}

function LaneMenuButton({ actor, name }: { readonly actor: string; readonly name: string }) {
  const { t } = useTranslation('canvas');
  const { commands, state } = useCanvas();
  const isSelected = useIsSelected('actor', actor);
  const open = ({ currentTarget }: MouseEvent<HTMLElement>) => {
    const { left, bottom } = currentTarget.getBoundingClientRect();
    const target = { kind: 'actor', id: actor } as const;
    if (!isSelected) commands.select(target);
    state.set({ menu: { target, x: left, y: bottom + 2 } });
  };
  return (
    <button
      type="button"
      className="canvasHeadMenu canvasWidget nopan"
      aria-label={t('actorMenu', { name })}
      aria-haspopup="menu"
      onClick={open}
    >
      <IconDots size={13} aria-hidden="true" />
    </button>
  );
}

/** Covers the heads that slide below the step numbers. */
function Corner() {
  const width = useSheet(({ layout }) => layout.numberWidth);
  const ref = useRef<HTMLDivElement>(null);
  useViewportStyle(ref, placeCorner);
  return <div ref={ref} className="canvasCorner" style={{ width }} />;
}

function AddActor() {
  const { t } = useTranslation('canvas');
  const { commands } = useCanvas();
  return (
    <button
      type="button"
      className="canvasAddActor canvasWidget nopan"
      data-tour="actor"
      aria-label={t('addActorAtEnd')}
      title={t('addActorAtEnd')}
      onClick={() => commands.addActorByName({ at: 'end' })}
    >
      <IconPlus size={16} aria-hidden="true" />
    </button>
  );
}

function placeCorner(style: CSSStyleDeclaration, { x, zoom }: Viewport): void {
  style.transform = `translateX(${Math.max(0, -x / zoom)}px)`;
}

/** Far away, the heads' letters shrink less than the sheet, so that one still sees whose lane it is. */
function placeHeads(style: CSSStyleDeclaration, { y, zoom }: Viewport): void {
  style.transform = `translateY(${Math.max(0, -y / zoom)}px)`;
  style.setProperty('--zoom', String(zoom));
  style.setProperty('--letters', String(Math.min(1.8, Math.max(1, 0.85 / zoom))));
}
