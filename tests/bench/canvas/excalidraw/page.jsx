import {
  CaptureUpdateAction,
  convertToExcalidrawElements,
  Excalidraw,
  newElementWith,
} from '@excalidraw/excalidraw';
import '@excalidraw/excalidraw/index.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { layoutCanvas } from '#core/layout/layoutCanvas.ts';
import { draggedIndex, toTurnIndex } from '../benchPage.ts';
import { longProcedure } from '../longProcedure.ts';

/** Excalidraw with the same symbols in the same places: shapes with bound texts, and bound arrows. */
const count = Number(new URLSearchParams(location.search).get('n'));
const procedure = longProcedure(count);
const boxes = layoutCanvas(procedure).symbols;
const shapeTypes = { process: 'rectangle', terminator: 'ellipse', decision: 'diamond' };
const look = { roughness: 0, strokeWidth: 1, strokeColor: '#1e1e1e' };

const elements = convertToExcalidrawElements(
  [
    ...boxes.map(({ symbol, kind, x, y, width, height }, index) => ({
      ...look,
      ...{ id: symbol, type: shapeTypes[kind], x, y, width, height },
      backgroundColor: '#ffffff',
      label: { text: procedure.steps[index]?.activity ?? '', fontSize: 12, fontFamily: 2 },
    })),
    ...procedure.flows.map(({ id, from, to }) => {
      const [start, end] = [boxes.find(on(from)), boxes.find(on(to))];
      const [x, y] = [start.x + start.width / 2, start.y + start.height];
      const points = [
        [0, 0],
        [end.x + end.width / 2 - x, end.y - y],
      ];
      const bound = { start: { id: from }, end: { id: to } };
      return { ...look, ...bound, id, type: 'arrow', x, y, points };
    }),
  ],
  { regenerateIds: false },
);

function on(symbol) {
  return (box) => box.symbol === symbol;
}

const api = await new Promise((resolve) => {
  const root = createRoot(document.getElementById('root'));
  root.render(createElement(Excalidraw, { excalidrawAPI: resolve, initialData: { elements } }));
});

function find(id) {
  return api.getSceneElements().find((element) => element.id === id);
}

/** What somebody else's window sends: the elements that `update` changes, with their next version. */
function receive(update) {
  api.updateScene({
    elements: api.getSceneElementsIncludingDeleted().map((element) => {
      const changed = update(element);
      return changed ? newElementWith(element, changed) : element;
    }),
    captureUpdate: CaptureUpdateAction.NEVER,
  });
}

/** An arrow whose ends at `id` went `by` to the right. */
function follow({ x, points, startBinding, endBinding }, id, by) {
  const [first, last] = [points[0], points[points.length - 1]];
  if (startBinding?.elementId === id)
    return { x: x + by, points: [first, [last[0] - by, last[1]]] };
  if (endBinding?.elementId === id) return { points: [first, [last[0] + by, last[1]]] };
}

window.bench = {
  count: () => api.getSceneElements().filter(({ id }) => boxes.some(on(id))).length,
  target() {
    const { scrollX, scrollY, zoom, offsetLeft, offsetTop } = api.getAppState();
    const { x, y, width, height } = find(`y${draggedIndex}`);
    return {
      x: (x + width / 2 + scrollX) * zoom.value + offsetLeft,
      y: (y + height / 2 + scrollY) * zoom.value + offsetTop,
    };
  },
  view() {
    const { scrollX, scrollY, zoom } = api.getAppState();
    return { x: scrollX * zoom.value, y: scrollY * zoom.value, zoom: zoom.value };
  },
  setView({ x, y, zoom }) {
    api.updateScene({
      appState: { scrollX: x / zoom, scrollY: y / zoom, zoom: { value: zoom } },
      captureUpdate: CaptureUpdateAction.NEVER,
    });
  },
  type(turn) {
    const container = `y${toTurnIndex(turn, count)}`;
    receive(({ containerId, text, originalText }) => {
      if (containerId === container) return { text: `a${text}`, originalText: `a${originalText}` };
    });
  },
  move(turn) {
    const id = `y${toTurnIndex(turn, count)}`;
    const by = 60 + ((turn * 208) % 1248) - find(id).x;
    receive((element) => {
      if (element.id === id || element.containerId === id) return { x: element.x + by };
      if (element.type === 'arrow') return follow(element, id, by);
    });
  },
};
