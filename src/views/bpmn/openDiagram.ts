import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { exportBpmn } from '#core/bpmn/exportBpmn.ts';
import type { Procedure } from '#core/model/procedure.ts';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';

/** A BPMN diagram in an element of the page. */
export interface Diagram {
  /** Draws the procedure; zoom and place stay. Resolves to the number of bpmn-js' warnings. */
  show(procedure: Procedure): Promise<number>;
  /** The whole diagram, never larger than it is. */
  showAll(): void;
  /** Around the middle of what is in view. */
  zoomBy(factor: number): void;
  close(): void;
}

/** The part of diagram-js' canvas that is used here. */
interface DiagramCanvas {
  zoom(): number;
  zoom(scale: number | 'fit-viewport', center: 'auto'): number;
  viewbox(): Viewbox;
  viewbox(box: Viewbox): Viewbox;
}

interface Viewbox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How much of the view a whole diagram takes, so that it touches no edge. */
const fitShare = 0.95;

const minZoom = 0.1;
const maxZoom = 4;

/** Loaded only when the BPMN view is opened: bpmn-js is large. */
export function openDiagram(container: HTMLElement): Diagram {
  const viewer = new NavigatedViewer({ container });
  const canvas = viewer.get<DiagramCanvas>('canvas');
  let isFirst = true;

  function showAll(): void {
    canvas.zoom('fit-viewport', 'auto');
    canvas.zoom(Math.min(1, canvas.zoom() * fitShare), 'auto');
  }

  return {
    showAll,
    async show(procedure) {
      const before = canvas.viewbox();
      const { warnings } = await viewer.importXML(await exportBpmn(procedure));
      if (isFirst) showAll();
      else canvas.viewbox(before);
      isFirst = false;
      return warnings.length;
    },
    zoomBy(factor) {
      canvas.zoom(Math.min(maxZoom, Math.max(minZoom, canvas.zoom() * factor)), 'auto');
    },
    close: () => viewer.destroy(),
  };
}
