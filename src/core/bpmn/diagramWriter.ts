import type { BpmnModdle, ModdleElement } from 'bpmn-moddle';
import type { Box, Point } from '#core/layout/geometry.ts';
import type { DiagramLayout } from './layoutDiagram.ts';
import type { WrittenModel } from './modelWriter.ts';
import type { DiagramPlan } from './planDiagram.ts';
import type { XmlIds } from './xmlIds.ts';

interface DrawnModel {
  readonly model: WrittenModel;
  readonly plan: DiagramPlan;
  readonly layout: DiagramLayout;
}

/** Writes the picture of a BPMN file: bounds, waypoints and where names stand. */
export class DiagramWriter {
  readonly #moddle: BpmnModdle;
  readonly #ids: XmlIds;

  constructor(moddle: BpmnModdle, ids: XmlIds) {
    this.#moddle = moddle;
    this.#ids = ids;
  }

  write(drawn: DrawnModel): ModdleElement {
    const { model } = drawn;
    const planeElement = [...this.#bands(drawn), ...this.#nodes(drawn), ...this.#edges(drawn)];
    const plane = this.#moddle.create('bpmndi:BPMNPlane', {
      id: this.#ids.take('Plane'),
      bpmnElement: model.collaboration,
      planeElement,
    });
    return this.#moddle.create('bpmndi:BPMNDiagram', { id: this.#ids.take('Diagram'), plane });
  }

  #bands({ model, layout }: DrawnModel): readonly ModdleElement[] {
    const pool = this.#shape(model.participant, layout.pool, { isHorizontal: true });
    const groups = [...layout.groups].map(([index, box]) =>
      this.#shape(model.groups.get(index), box, { isHorizontal: true }),
    );
    const lanes = [...layout.lanes].map(([actor, box]) =>
      this.#shape(model.lanes.get(actor), box, { isHorizontal: true }),
    );
    return [pool, ...groups, ...lanes];
  }

  #nodes({ model, plan, layout }: DrawnModel): readonly ModdleElement[] {
    return plan.nodes.flatMap(({ id, type }) => {
      const box = layout.nodes.get(id);
      if (!box) return [];
      const label = layout.nodeLabels.get(id);
      return this.#shape(model.nodes.get(id), box, {
        ...(type === 'exclusiveGateway' && { isMarkerVisible: true }),
        ...(label && { label: this.#label(label) }),
      });
    });
  }

  #edges({ model, plan, layout }: DrawnModel): readonly ModdleElement[] {
    return plan.flows.flatMap(({ id }) => {
      const route = layout.flows.get(id);
      if (!route) return [];
      return this.#moddle.create('bpmndi:BPMNEdge', {
        id: this.#ids.take('Edge', id),
        bpmnElement: model.flows.get(id),
        waypoint: route.points.map((point) => this.#point(point)),
        ...(route.label && { label: this.#label(route.label) }),
      });
    });
  }

  #shape(
    bpmnElement: ModdleElement | undefined,
    box: Box,
    more: Readonly<Record<string, unknown>>,
  ): ModdleElement {
    const id = this.#ids.take('Shape', String(bpmnElement?.get('id') ?? ''));
    const bounds = this.#bounds(box);
    return this.#moddle.create('bpmndi:BPMNShape', { id, bpmnElement, bounds, ...more });
  }

  #label(box: Box): ModdleElement {
    return this.#moddle.create('bpmndi:BPMNLabel', { bounds: this.#bounds(box) });
  }

  #bounds({ x, y, width, height }: Box): ModdleElement {
    return this.#moddle.create('dc:Bounds', {
      x: round(x),
      y: round(y),
      width: round(width),
      height: round(height),
    });
  }

  #point([x, y]: Point): ModdleElement {
    return this.#moddle.create('dc:Point', { x: round(x), y: round(y) });
  }
}

/** Hundredths of a px: the same file on every machine. */
function round(length: number): number {
  return Math.round(length * 100) / 100;
}
