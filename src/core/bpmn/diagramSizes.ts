import { type ShapedText, shapeText } from '#core/layout/text/shapeText.ts';
import { wrapText } from '#core/layout/text/wrapText.ts';
import type { PlannedNode } from './planDiagram.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Room of a node: its shape, and the name that stands outside it. */
export interface NodeSize extends Size {
  readonly label?: Size;
}

// As bpmn.io draws them: names in tasks 12 px, beside events and gateways 11 px, lines 1.2 em.
const TASK_FONT = 12;
const LABEL_FONT = 11;
const LINE = 1.2;
const TASK_PADDING = 7;
const TASK_WIDTHS = [120, 160, 240] as const;
const TASK_HEIGHT = 72;
const MOST_TASK_LINES = 7;
const LABEL_WIDTH = 92;
const EVENT = 36;
const GATEWAY = 50;
/** A pool's or lane's name runs upwards in a band so wide. */
export const NAME_BAND = 30;
const MOST_NAME_LINES = 2;
const MOST_NAME_ROOM = 480;

export function toNodeSize({ type, name }: PlannedNode): NodeSize {
  switch (type) {
    case 'task':
      return toTaskSize(name);
    case 'startEvent':
    case 'endEvent':
      return withLabel(EVENT, name);
    case 'exclusiveGateway':
    case 'parallelGateway':
      return withLabel(GATEWAY, name);
  }
}

function toTaskSize(name: string): Size {
  const shaped = shapeText(name, 'regular', 'arial');
  const sizes = TASK_WIDTHS.map((width) => ({
    width,
    lines: countLines(shaped, width - 2 * TASK_PADDING, TASK_FONT),
  }));
  const fitting = sizes.find(({ lines }) => lines <= MOST_TASK_LINES) ?? sizes.at(-1);
  const { width, lines } = fitting ?? { width: TASK_WIDTHS[0], lines: 1 };
  const textHeight = Math.ceil(lines * TASK_FONT * LINE);
  return { width, height: Math.max(TASK_HEIGHT, textHeight + 2 * TASK_PADDING) };
}

function withLabel(side: number, name: string): NodeSize {
  const shape = { width: side, height: side };
  return name.trim() === '' ? shape : { ...shape, label: toLabelSize(name, LABEL_WIDTH) };
}

/** Room of a name outside its shape, wrapped at a width. */
export function toLabelSize(name: string, maxWidth: number): Size {
  const shaped = shapeText(name, 'regular', 'arial');
  const lines = wrapText(shaped, maxWidth / LABEL_FONT);
  const widest = Math.max(0, ...lines.map(({ width }) => width));
  return {
    width: Math.ceil(widest * LABEL_FONT) + 2,
    height: Math.ceil(Math.max(1, lines.length) * LABEL_FONT * LINE) + 1,
  };
}

/** How high a lane must be for its name to fit beside it. */
export function toNameRoom(name: string): number {
  const shaped = shapeText(name, 'regular', 'arial');
  let room = 60;
  while (room < MOST_NAME_ROOM && countLines(shaped, room, TASK_FONT) > MOST_NAME_LINES) room += 20;
  return room + 12;
}

function countLines(shaped: ShapedText, width: number, fontSize: number): number {
  return wrapText(shaped, width / fontSize).length;
}
