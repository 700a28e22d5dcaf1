import type { Board } from './board.ts';
import { BEND, CROSSING, NEVER } from './costs.ts';
import { isHorizontal, opposite } from './direction.ts';
import type { Grid } from './grid.ts';
import { StateQueue } from './stateQueue.ts';
import { at } from './typed.ts';

/** Where a search may begin: at a vertex, going in a direction. */
export interface Seed {
  readonly vertex: number;
  readonly direction: number;
  readonly cost: number;
  readonly port: number;
}

/** Where it may end. `direction` is how the way goes on from the vertex. */
export interface Goal {
  readonly vertex: number;
  readonly direction: number;
  readonly cost: number;
  /** Whether the vertex belongs to the way of a flow of the same group. */
  readonly shared: boolean;
}

export interface SearchTask {
  readonly group: number;
  readonly seeds: readonly Seed[];
  readonly goals: readonly Goal[];
  /** Lines covered by the target and those next to it: left, top, right, bottom. */
  readonly target: readonly [number, number, number, number];
  /** Part of the estimate that is trusted, in eighths: less where a shared end makes it cheaper. */
  readonly trust: number;
  /** What a vertical run on each line costs beyond its length. */
  readonly turnCosts: Int32Array;
  /** What it costs to run on another flow's line; `NEVER` outside the last resort. */
  readonly overlapCost: number;
}

export interface Found {
  readonly vertices: readonly number[];
  readonly seed: Seed;
  readonly goal: Goal;
  readonly cost: number;
}

/**
 * A* over vertices and directions. One search object serves all flows of one grid; a state is
 * vertex × 4 + direction, and `#seen` tells this search's values from those of earlier ones.
 */
export class Search {
  readonly #board: Board;
  readonly #grid: Grid;
  readonly #queue = new StateQueue();
  readonly #best: Int32Array;
  readonly #seen: Int32Array;
  /** The state before, or -1 - seed. */
  readonly #from: Int32Array;
  readonly #goalSeen: Int32Array;
  readonly #goalIndex: Int32Array;
  readonly #columnOf: Int32Array;
  readonly #rowOf: Int32Array;
  #round = 0;
  #task: SearchTask | null = null;
  #target: [number, number, number, number] = [0, 0, 0, 0];
  #bestGoal = -1;
  #bestState = -1;
  #bestCost = NEVER;

  constructor(board: Board) {
    const { grid } = board;
    const size = grid.width * grid.height;
    this.#board = board;
    this.#grid = grid;
    this.#best = new Int32Array(size * 4);
    this.#seen = new Int32Array(size * 4);
    this.#from = new Int32Array(size * 4);
    this.#goalSeen = new Int32Array(size);
    this.#goalIndex = new Int32Array(size);
    this.#columnOf = new Int32Array(size);
    this.#rowOf = new Int32Array(size);
    for (let vertex = 0; vertex < size; vertex += 1) {
      this.#columnOf[vertex] = vertex % grid.width;
      this.#rowOf[vertex] = (vertex / grid.width) | 0;
    }
  }

  /** The cheapest way, if there is one. */
  find(task: SearchTask): Found | null {
    this.#start(task);
    const queue = this.#queue;
    while (!queue.isEmpty && queue.leastKey < this.#bestCost) {
      const key = queue.leastKey;
      const state = queue.pop();
      const cost = at(this.#best, state);
      if (cost + this.#estimate(state) < key) continue;
      this.#settle(task, state, cost);
    }
    return this.#bestGoal < 0 ? null : this.#trace(task);
  }

  #start(task: SearchTask): void {
    const { xCosts, yCosts, width, height } = this.#grid;
    this.#round += 1;
    this.#task = task;
    this.#queue.clear();
    this.#bestGoal = -1;
    this.#bestCost = NEVER;
    const [left, top, right, bottom] = task.target;
    this.#target = [
      left < 0 ? -NEVER : at(xCosts, left),
      top < 0 ? -NEVER : at(yCosts, top),
      right >= width ? NEVER : at(xCosts, right),
      bottom >= height ? NEVER : at(yCosts, bottom),
    ];
    task.goals.forEach((goal, index) => {
      this.#goalSeen[goal.vertex] = this.#round;
      this.#goalIndex[goal.vertex] = index;
    });
    task.seeds.forEach((seed, index) => {
      this.#reach(seed.vertex, seed.direction, seed.cost, -1 - index);
    });
  }

  #settle(task: SearchTask, state: number, cost: number): void {
    const { horizontal, vertical } = this.#board;
    const vertex = state >> 2;
    const direction = state & 3;
    const isGoal = at(this.#goalSeen, vertex) === this.#round;
    const isTaken = at(horizontal, vertex) !== 0 || at(vertical, vertex) !== 0;
    if (isGoal && this.#finish(task, state, cost, isTaken)) return;
    this.#step(state, direction, cost);
    if (isTaken && task.overlapCost === NEVER) return;
    const turning = cost + BEND;
    const right = (direction + 1) & 3;
    const left = (direction + 3) & 3;
    const toll = isHorizontal(direction) ? at(task.turnCosts, at(this.#columnOf, vertex)) : 0;
    this.#step(state, right, turning + toll);
    this.#step(state, left, turning + toll);
  }

  /** Whether the way ends here in any case. */
  #finish(task: SearchTask, state: number, cost: number, isTaken: boolean): boolean {
    const goal = task.goals[at(this.#goalIndex, state >> 2)];
    if (!goal) return false;
    const direction = state & 3;
    if (direction === opposite(goal.direction)) return goal.shared;
    const isStraight = direction === goal.direction;
    if (!isStraight && isTaken && !goal.shared && task.overlapCost === NEVER) return false;
    const total = cost + goal.cost + (isStraight ? 0 : BEND);
    if (total < this.#bestCost) {
      this.#bestCost = total;
      this.#bestGoal = at(this.#goalIndex, state >> 2);
      this.#bestState = state;
    }
    return goal.shared;
  }

  #step(state: number, direction: number, cost: number): void {
    const { width, height, xCosts, yCosts } = this.#grid;
    const vertex = state >> 2;
    const column = at(this.#columnOf, vertex);
    const row = at(this.#rowOf, vertex);
    switch (direction) {
      case 0:
        if (row > 0) {
          const length = at(yCosts, row) - at(yCosts, row - 1);
          this.#reach(vertex - width, 0, cost + length, state);
        }
        return;
      case 1:
        if (column + 1 < width) {
          const length = at(xCosts, column + 1) - at(xCosts, column);
          this.#reach(vertex + 1, 1, cost + length, state);
        }
        return;
      case 2:
        if (row + 1 < height) {
          const length = at(yCosts, row + 1) - at(yCosts, row);
          this.#reach(vertex + width, 2, cost + length, state);
        }
        return;
      default:
        if (column > 0) {
          const length = at(xCosts, column) - at(xCosts, column - 1);
          this.#reach(vertex - 1, 3, cost + length, state);
        }
    }
  }

  #reach(vertex: number, direction: number, cost: number, from: number): void {
    const task = this.#task;
    if (!task || at(this.#grid.blocked, vertex) !== 0) return;
    const total = cost + this.#priceOf(task, vertex, direction);
    if (total >= NEVER) return;
    const state = vertex * 4 + direction;
    if (at(this.#seen, state) === this.#round && at(this.#best, state) <= total) return;
    this.#seen[state] = this.#round;
    this.#best[state] = total;
    this.#from[state] = from;
    this.#queue.push(total + this.#estimate(state), state);
  }

  /** What it costs to come to a vertex where others run. */
  #priceOf(task: SearchTask, vertex: number, direction: number): number {
    const { horizontal, vertical } = this.#board;
    const own = task.group + 1;
    const along = isHorizontal(direction) ? at(horizontal, vertex) : at(vertical, vertex);
    const across = isHorizontal(direction) ? at(vertical, vertex) : at(horizontal, vertex);
    if (along === 0 && across === 0) return 0;
    const joins = at(this.#goalSeen, vertex) === this.#round;
    if (along === own && joins) return across === 0 || across === own ? 0 : task.overlapCost;
    if (along !== 0) return task.overlapCost;
    if (across === own) return joins ? 0 : task.overlapCost;
    return CROSSING;
  }

  /** Never more than what the rest of the way costs. */
  #estimate(state: number): number {
    const task = this.#task;
    if (!task) return 0;
    const [left, top, right, bottom] = this.#target;
    const x = at(this.#grid.xCosts, at(this.#columnOf, state >> 2));
    const y = at(this.#grid.yCosts, at(this.#rowOf, state >> 2));
    let sideways = 0;
    let down = 0;
    if (x < left) sideways = left - x;
    else if (x > right) sideways = right - x;
    if (y < top) down = top - y;
    else if (y > bottom) down = bottom - y;
    const bends = countBends(state & 3, sideways, down);
    const length = (sideways < 0 ? -sideways : sideways) + (down < 0 ? -down : down);
    return ((length + bends * BEND) * task.trust) >> 3;
  }

  #trace(task: SearchTask): Found | null {
    const vertices: number[] = [];
    let state = this.#bestState;
    while (state >= 0) {
      vertices.push(state >> 2);
      state = at(this.#from, state);
    }
    const seed = task.seeds[-1 - state];
    const goal = task.goals[this.#bestGoal];
    if (!seed || !goal) return null;
    return { vertices: vertices.reverse(), seed, goal, cost: this.#bestCost };
  }
}

/** Least number of bends to a target that lies `sideways` and `down` of a way going in a direction. */
function countBends(direction: number, sideways: number, down: number): number {
  const ahead = isHorizontal(direction) ? sideways : down;
  const aside = isHorizontal(direction) ? down : sideways;
  const isForward = direction === 1 || direction === 2 ? ahead >= 0 : ahead <= 0;
  if (!isForward) return 2;
  return aside === 0 ? 0 : 1;
}
