import type { TextTarget } from '#core/edit/edit.ts';
import type { Actor, StepText } from '#core/model/procedure.ts';
import type { ActorColumn, Box, Cell } from './geometry.ts';
import { columnTitles, type Span, type TableColumns } from './tableColumns.ts';
import type { TableStyle } from './tableStyle.ts';
import { shapeText } from './text/shapeText.ts';
import { clipLines, type WrappedLine, wrapText } from './text/wrapText.ts';
import { LINE_HEIGHT, placeLines } from './textBlock.ts';

/** The rows that repeat at the top of each page, with their upper edge at 0. */
export interface TableHeader {
  readonly height: number;
  readonly cells: readonly Cell[];
  /** Whether names are cut because they need more than the header may take of the page. */
  readonly isCut: boolean;
}

interface HeaderPlan {
  readonly actors: readonly Actor[];
  readonly columns: TableColumns;
  readonly style: TableStyle;
  readonly columnNumbers: boolean;
  /** What it may take of the page; names that need more are cut. */
  readonly maxHeight: number;
}

interface HeaderRows {
  readonly title: number;
  /** 0 without groups. */
  readonly group: number;
  readonly name: number;
  readonly number: number;
}

export function toTableHeader(plan: HeaderPlan): TableHeader {
  const wanted = toHeaderRows(plan);
  const rows = limitRows(wanted, plan);
  const titles = rows.title + rows.group + rows.name;
  return {
    height: titles + rows.number,
    isCut: rows !== wanted,
    cells: [
      ...toTitleCells(plan, rows),
      ...toActorCells(plan, rows),
      ...(plan.columnNumbers ? toNumberCells(plan, titles, rows.number) : []),
    ],
  };
}

/** The header's cells from `y` down, where they stand on most pages: made once for all of these. */
export function placeHeader(header: TableHeader, y: number): readonly Cell[] {
  const known = placedHeaders.get(header);
  if (known?.y === y) return known.cells;
  const cells = header.cells.map((cell) => ({
    ...cell,
    y: cell.y + y,
    lines: cell.lines.map((line) => ({ ...line, y: line.y + y })),
  }));
  placedHeaders.set(header, { y, cells });
  return cells;
}

const placedHeaders = new WeakMap<
  TableHeader,
  { readonly y: number; readonly cells: readonly Cell[] }
>();

/** Groups and names share what is left of the page's part when together they want more. */
function limitRows(rows: HeaderRows, { maxHeight }: HeaderPlan): HeaderRows {
  const { title, group, name, number } = rows;
  const room = maxHeight - title - number;
  if (group + name <= room) return rows;
  const limit = (height: number) =>
    Math.max(Math.min(height, title), Math.floor((height * room) / (group + name)));
  return { ...rows, group: limit(group), name: limit(name) };
}

function toHeaderRows({ actors, columns, style, columnNumbers }: HeaderPlan): HeaderRows {
  const { padY, headText } = style;
  const line = headText.size * LINE_HEIGHT;
  const title = Math.ceil(line + 2 * padY);
  const wrapped = actors.map(({ name }, index) => wrapHead(name, columns.actors[index], style));
  const names = Math.max(1, ...wrapped.map((lines) => lines.length));
  const groups = toGroups(actors, columns.actors).map(({ name, span }) =>
    name === '' ? 0 : wrapHead(name, span, style).length,
  );
  const toHeight = (lines: number) => Math.ceil(lines * line + 2 * padY);
  const most = Math.max(0, ...groups);
  return {
    title,
    group: most === 0 ? 0 : toHeight(most),
    name: toHeight(names),
    number: columnNumbers ? Math.ceil(line + padY) : 0,
  };
}

function wrapHead(
  text: string,
  span: Span | undefined,
  { headText, padX }: TableStyle,
): readonly WrappedLine[] {
  const room = ((span?.width ?? 0) - 2 * padX) / headText.size;
  return wrapText(shapeText(text, headText.weight, headText.family), room);
}

interface Group {
  readonly name: string;
  readonly span: Span;
  readonly actors: readonly Actor[];
}

/** Runs of neighbouring actors of one group; each actor without a group is a run of its own. */
function toGroups(actors: readonly Actor[], columns: readonly ActorColumn[]): readonly Group[] {
  const groups: Group[] = [];
  actors.forEach((actor, index) => {
    const column = columns[index];
    if (!column) return;
    const name = actor.group?.trim() ?? '';
    const last = groups.at(-1);
    if (name === '' || last?.name !== name)
      groups.push({ name, span: { x: column.x, width: column.width }, actors: [actor] });
    else
      groups[groups.length - 1] = {
        name,
        span: { x: last.span.x, width: last.span.width + column.width },
        actors: [...last.actors, actor],
      };
  });
  return groups;
}

function toTitleCells({ columns, style }: HeaderPlan, rows: HeaderRows): readonly Cell[] {
  const { texts, number, actorArea } = columns;
  const height = rows.title + rows.group + rows.name;
  const whole = (text: string, { x, width }: Span) =>
    toHeadCell(text, { x, y: 0, width, height }, style);
  const above = (text: string, { x, width }: Span) =>
    toHeadCell(text, { x, y: 0, width, height: rows.title }, style);
  const below = (field: StepText) => {
    const { x, width } = texts[field];
    const box = { x, y: rows.title, width, height: height - rows.title };
    return toHeadCell(columnTitles[field], box, style);
  };
  const standard = {
    x: texts.requirements.x,
    width: texts.output.x + texts.output.width - texts.requirements.x,
  };
  return [
    whole('No', number),
    whole(columnTitles.activity, texts.activity),
    above('Pelaksana', actorArea),
    above('Mutu Baku', standard),
    below('requirements'),
    below('duration'),
    below('output'),
    whole(columnTitles.notes, texts.notes),
  ];
}

function toActorCells({ actors, columns, style }: HeaderPlan, rows: HeaderRows): readonly Cell[] {
  const { title: y, group, name } = rows;
  if (actors.length === 0)
    return [toHeadCell('', { ...columns.actorArea, y, height: name }, style)];
  const spanOf = new Map(columns.actors.map((column) => [column.actor, column]));
  return toGroups(actors, columns.actors).flatMap(({ name: groupName, span, actors: members }) => {
    const hasGroup = groupName !== '' && group > 0;
    const top = hasGroup ? y + group : y;
    const height = hasGroup ? name : group + name;
    const names = members.flatMap((actor) => {
      const column = spanOf.get(actor.id);
      if (!column) return [];
      const box = { x: column.x, y: top, width: column.width, height };
      return [toHeadCell(actor.name, box, style, { of: 'actor', actor: actor.id })];
    });
    const first = members[0];
    if (!hasGroup || !first) return names;
    const target: TextTarget = { of: 'group', actor: first.id };
    return [toHeadCell(groupName, { ...span, y, height: group }, style, target), ...names];
  });
}

function toNumberCells({ columns, style }: HeaderPlan, y: number, height: number): readonly Cell[] {
  const { number, texts, actors, actorArea } = columns;
  const spans = [
    number,
    texts.activity,
    ...(actors.length > 0 ? actors : [actorArea]),
    texts.requirements,
    texts.duration,
    texts.output,
    texts.notes,
  ];
  const small = { ...style, headText: { ...style.headText, weight: 'regular' } } as const;
  return spans.map(({ x, width }, index) =>
    toHeadCell(String(index + 1), { x, y, width, height }, small),
  );
}

function toHeadCell(text: string, box: Box, style: TableStyle, target?: TextTarget): Cell {
  const { headText, padX, padY } = style;
  const shaped = shapeText(text, headText.weight, headText.family);
  const maxWidth = (box.width - 2 * padX) / headText.size;
  const room = Math.max(1, Math.floor((box.height - padY) / (headText.size * LINE_HEIGHT)));
  const lines = clipLines(wrapText(shaped, maxWidth), room, { shaped, maxWidth });
  return {
    role: 'header',
    ...box,
    lines: placeLines(lines, box, { style: headText, align: 'middle', valign: 'middle' }),
    align: 'middle',
    valign: 'middle',
    padding: { x: padX, y: padY / 2 },
    border: true,
    fill: 'header',
    ...(target && { target }),
  };
}
