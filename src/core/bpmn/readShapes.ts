import type { ModdleElement } from 'bpmn-moddle';
import type { Box } from '#core/layout/geometry.ts';
import { readElement, readElements, readId, readNumber } from './readElement.ts';

/** The picture of a file: where its elements stand. */
export interface Shapes {
  /** By the id of the element. */
  readonly boxes: ReadonlyMap<string, Box>;
  /** Lanes stand side by side and the flow runs downwards. */
  readonly isVertical: boolean;
}

export function readShapes(definitions: ModdleElement): Shapes {
  const boxes = new Map<string, Box>();
  let isVertical = false;
  for (const diagram of readElements(definitions, 'diagrams')) {
    const plane = readElement(diagram, 'plane');
    if (!plane) continue;
    for (const shape of readElements(plane, 'planeElement')) {
      const element = readElement(shape, 'bpmnElement');
      const box = readBox(shape);
      if (!element || !box) continue;
      boxes.set(readId(element), box);
      const isBand = element.$instanceOf('bpmn:Lane') || element.$instanceOf('bpmn:Participant');
      if (isBand && shape.get('isHorizontal') === false) isVertical = true;
    }
  }
  return { boxes, isVertical };
}

function readBox(shape: ModdleElement): Box | undefined {
  const bounds = readElement(shape, 'bounds');
  if (!bounds) return undefined;
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((key) => readNumber(bounds, key));
  if (x === undefined || y === undefined || width === undefined || height === undefined)
    return undefined;
  return { x, y, width, height };
}

export function middleOf({ x, y, width, height }: Box): readonly [x: number, y: number] {
  return [x + width / 2, y + height / 2];
}

export function holds(box: Box, [x, y]: readonly [number, number]): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}
