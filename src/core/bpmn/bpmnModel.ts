import type { ModdleElement } from 'bpmn-moddle';
import type { Point } from '#core/layout/geometry.ts';

/** A lane, or a pool without lanes. */
export interface ModelActor {
  readonly key: string;
  readonly name: string;
  readonly group?: string;
  readonly element: ModdleElement;
}

export interface ModelNode {
  readonly id: string;
  readonly name: string;
  readonly element: ModdleElement;
  /** The key of its actor. */
  readonly actor: string;
  /** The middle of its shape: along the flow, then across it. */
  readonly position?: Point;
  readonly requirements: readonly string[];
  readonly outputs: readonly string[];
  readonly notes: readonly string[];
}

export interface ModelFlow {
  readonly id: string;
  /** Ids of nodes. */
  readonly from: string;
  readonly to: string;
  readonly name: string;
  readonly element: ModdleElement;
}

/** A BPMN file as far as an SOP can take it: who does what, and what follows what. */
export interface BpmnModel {
  readonly actors: readonly ModelActor[];
  /** In the order of the file. */
  readonly nodes: readonly ModelNode[];
  readonly flows: readonly ModelFlow[];
  /** The processes, the first being the one that names the procedure. */
  readonly processes: readonly ModdleElement[];
  readonly title: string;
  readonly unit: readonly string[];
}
