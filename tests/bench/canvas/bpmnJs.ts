import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css';
import BpmnModeler from 'bpmn-js/lib/Modeler';
import { exportBpmn } from '#core/bpmn/exportBpmn.ts';
import { type BenchView, draggedIndex, toTurnIndex } from './benchPage.ts';
import { longProcedure } from './longProcedure.ts';

/** bpmn-js with the same procedure, in the places of our BPMN export: lanes lie, steps are columns. */
const count = Number(new URLSearchParams(location.search).get('n'));

interface Shape {
  readonly x: number;
  readonly y: number;
  readonly parent: Shape;
  readonly businessObject: { readonly name?: string };
}
interface Canvas {
  viewbox(): { readonly x: number; readonly y: number; readonly scale: number };
  viewbox(box: Readonly<Record<'x' | 'y' | 'width' | 'height', number>>): void;
}
interface Registry {
  get(id: string): Shape | undefined;
  getGraphics(shape: Shape): SVGElement;
}
interface Modeling {
  moveElements(shapes: readonly Shape[], by: { x: number; y: number }, into: Shape): void;
  updateLabel(shape: Shape, text: string): void;
}

const container = document.getElementById('root');
const modeler = new BpmnModeler({ ...(container && { container }) });
await modeler.importXML(await exportBpmn(longProcedure(count)));
const canvas = modeler.get<Canvas>('canvas');
const registry = modeler.get<Registry>('elementRegistry');
const modeling = modeler.get<Modeling>('modeling');
const shapes = Array.from({ length: count }, (_, index) => {
  const shape = registry.get(`Symbol_y${index}`);
  if (!shape) throw new Error(`no symbol ${index} in the diagram`);
  return shape;
});

function toShape(index: number): Shape {
  const shape = shapes[index];
  if (!shape) throw new RangeError(`no symbol ${index}`);
  return shape;
}

/** At this zoom, with the dragged symbol in the middle: its place is another one than on our sheet. */
function setView({ zoom }: BenchView): void {
  const [width, height] = [innerWidth / zoom, innerHeight / zoom];
  const { x, y } = toShape(draggedIndex);
  canvas.viewbox({ x: x - width / 2, y: y - height / 2, width, height });
}

window.bench = {
  count: () => shapes.length,
  target() {
    const graphics = registry.getGraphics(toShape(draggedIndex));
    const box = graphics.querySelector('.djs-visual')?.getBoundingClientRect();
    return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
  },
  view() {
    const { x, y, scale } = canvas.viewbox();
    return { x: -x * scale, y: -y * scale, zoom: scale };
  },
  setView,
  type(turn) {
    const shape = toShape(toTurnIndex(turn, count));
    modeling.updateLabel(shape, `a${shape.businessObject.name}`);
  },
  move(turn) {
    const shape = toShape(toTurnIndex(turn, count));
    modeling.moveElements([shape], { x: turn % 2 ? 20 : -20, y: 0 }, shape.parent);
  },
};
