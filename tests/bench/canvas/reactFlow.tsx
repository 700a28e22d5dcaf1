import {
  Handle,
  MarkerType,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  type ReactFlowInstance,
  useEdgesState,
  useNodesState,
} from '@xyflow/react';
import { memo } from 'react';
import { createRoot } from 'react-dom/client';
import { layoutCanvas } from '#core/layout/layoutCanvas.ts';
import '@xyflow/react/dist/style.css';
import { draggedIndex, toTurnIndex } from './benchPage.ts';
import { longProcedure } from './longProcedure.ts';

/** Plain React Flow with the same symbols in the same places: memoised nodes, its own edges. */
const count = Number(new URLSearchParams(location.search).get('n'));
const procedure = longProcedure(count);
const layout = layoutCanvas(procedure);

type StepNode = Node<{ readonly text: string; readonly kind: string }, 'step'>;

const Step = memo(function Step({ data: { text, kind } }: NodeProps<StepNode>) {
  return (
    <div className={`step ${kind}`}>
      {text}
      <Handle type="target" position={Position.Top} />
      <Handle type="source" position={Position.Bottom} />
    </div>
  );
});

const nodeTypes = { step: Step };
const startNodes = layout.symbols.map(
  ({ symbol, kind, x, y, width, height }, index): StepNode => ({
    id: symbol,
    type: 'step',
    position: { x, y },
    width,
    height,
    data: { text: procedure.steps[index]?.activity ?? '', kind },
  }),
);
const startEdges = procedure.flows.map(({ id, from, to, label }) => ({
  id,
  source: from,
  target: to,
  ...(label && { label }),
  type: 'smoothstep',
  markerEnd: { type: MarkerType.ArrowClosed },
}));

let instance: ReactFlowInstance<StepNode, (typeof startEdges)[number]> | undefined;
let setNodes: ReturnType<typeof useNodesState<StepNode>>[1] | undefined;

function PlainFlow() {
  const [nodes, setAll, onNodesChange] = useNodesState(startNodes);
  const [edges, , onEdgesChange] = useEdgesState(startEdges);
  setNodes = setAll;
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      nodeTypes={nodeTypes}
      minZoom={0.1}
      maxZoom={3}
      panOnScroll
      onInit={(ready) => {
        instance = ready;
      }}
    />
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<PlainFlow />);

function change(turn: number, update: (node: StepNode) => StepNode): void {
  const id = `y${toTurnIndex(turn, count)}`;
  setNodes?.((nodes) => nodes.map((node) => (node.id === id ? update(node) : node)));
}

window.bench = {
  count: () => document.querySelectorAll('.react-flow__node').length,
  target() {
    const box = document.querySelector(`[data-id="y${draggedIndex}"]`)?.getBoundingClientRect();
    return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
  },
  view: () => instance?.getViewport() ?? { x: 0, y: 0, zoom: 1 },
  setView: (view) => void instance?.setViewport(view),
  type: (turn) =>
    change(turn, (node) => ({ ...node, data: { ...node.data, text: `a${node.data.text}` } })),
  move: (turn) =>
    change(turn, (node) => ({
      ...node,
      position: { ...node.position, x: 60 + ((turn * 208) % 1248) },
    })),
};
