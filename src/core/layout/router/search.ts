import type { Board } from './board.ts';
import { BEND, CROSSING, NEVER } from './costs.ts';
import { isHorizontal, opposite } from './direction.ts';
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
  /** The places where a way can finally enter: what the estimate aims at. */
  readonly aims: readonly Goal[];
  /** How much cheaper than its length and bends a way may be, by sharing its end. */
  readonly bonus: number;
  /** Only a way that costs less is of use. */
  readonly limit: number;
  /** How many states to look at before giving up. */
  readonly budget: number;
  /** What a vertical run on each line costs beyond its length. */
  readonly turnCosts: Int32Array;
  /** What it costs to run on another flow's line; `NEVER` for ways that break no rule. */
  readonly overlapCost: number;
}

export interface Found {
  readonly vertices: readonly number[];
  readonly seed: Seed;
  readonly goal: Goal;
  readonly cost: number;
  /** No way costs less, whoever makes room. */
  readonly bound: number;
}

const NO_TASK: SearchTask = {
  group: -1,
  seeds: [],
  goals: [],
  aims: [],
  bonus: 0,
  limit: NEVER,
  budget: 0,
  turnCosts: new Int32Array(0),
  overlapCost: NEVER,
};

/**
 * A* over vertices and directions. One search object serves all grids, one after the other; a state
 * is vertex × 4 + direction, and `#seen` tells this search's values from those of earlier ones.
 */
export class Search {
  #board: Board | null = null;
  #width = 0;
  #height = 0;
  #blocked: Int32Array = new Int32Array(0);
  #xCosts: Int32Array = new Int32Array(0);
  #yCosts: Int32Array = new Int32Array(0);
  #horizontal: Int32Array = new Int32Array(0);
  #vertical: Int32Array = new Int32Array(0);
  readonly #queue = new StateQueue();
  #best = new Int32Array(0);
  #seen = new Int32Array(0);
  /** The state before, or -1 - seed. */
  #from = new Int32Array(0);
  #done = new Int32Array(0);
  #goalSeen = new Int32Array(0);
  #goalIndex = new Int32Array(0);
  #columnOf = new Int32Array(0);
  #rowOf = new Int32Array(0);
  #round = 0;
  #task = NO_TASK;
  /** x, y, direction and cost of each aim. */
  #aims = new Int32Array(32);
  #bestGoal = -1;
  #bestState = -1;
  #bestCost = NEVER;

  /** The cheapest way, if there is one. */
  find(board: Board, task: SearchTask): Found | null {
    if (board !== this.#board) this.#open(board);
    this.#start(task);
    const queue = this.#queue;
    const bound = queue.isEmpty ? 0 : queue.leastKey;
    let budget = task.budget;
    while (!queue.isEmpty && queue.leastKey < this.#bestCost) {
      const state = queue.pop();
      if (at(this.#done, state) === this.#round) continue;
      if (budget === 0) return null;
      budget -= 1;
      this.#done[state] = this.#round;
      this.#settle(task, state, at(this.#best, state));
    }
    return this.#bestGoal < 0 ? null : this.#trace(task, bound);
  }

  #open(board: Board): void {
    const { width, height, blocked, xCosts, yCosts } = board.grid;
    const size = width * height;
    this.#board = board;
    this.#width = width;
    this.#height = height;
    this.#blocked = blocked;
    this.#xCosts = xCosts;
    this.#yCosts = yCosts;
    this.#horizontal = board.horizontal;
    this.#vertical = board.vertical;
    if (this.#best.length < size * 4) this.#grow(size);
    for (let vertex = 0, row = 0; row < height; row += 1)
      for (let column = 0; column < width; column += 1, vertex += 1) {
        this.#columnOf[vertex] = column;
        this.#rowOf[vertex] = row;
      }
  }

  #grow(size: number): void {
    this.#best = new Int32Array(size * 4);
    this.#seen = new Int32Array(size * 4);
    this.#from = new Int32Array(size * 4);
    this.#done = new Int32Array(size * 4);
    this.#goalSeen = new Int32Array(size);
    this.#goalIndex = new Int32Array(size);
    this.#columnOf = new Int32Array(size);
    this.#rowOf = new Int32Array(size);
  }

  #start(task: SearchTask): void {
    this.#round += 1;
    this.#task = task;
    this.#queue.clear();
    this.#bestGoal = -1;
    this.#bestCost = task.limit;
    if (this.#aims.length < task.aims.length * 4) this.#aims = new Int32Array(task.aims.length * 4);
    // The cheap ones first: they rule out the others soon.
    const aims = [...task.aims].sort((a, b) => a.cost - b.cost);
    aims.forEach(({ vertex, direction, cost }, index) => {
      const x = at(this.#xCosts, at(this.#columnOf, vertex));
      const y = at(this.#yCosts, at(this.#rowOf, vertex));
      this.#aims.set([x, y, direction, cost], index * 4);
    });
    task.goals.forEach((goal, index) => {
      this.#goalSeen[goal.vertex] = this.#round;
      this.#goalIndex[goal.vertex] = index;
    });
    task.seeds.forEach((seed, index) => {
      this.#reach(seed.vertex, seed.direction, seed.cost, -1 - index);
    });
  }

  #settle(task: SearchTask, state: number, cost: number): void {
    const vertex = state >> 2;
    const direction = state & 3;
    const isGoal = at(this.#goalSeen, vertex) === this.#round;
    const isTaken = at(this.#horizontal, vertex) !== 0 || at(this.#vertical, vertex) !== 0;
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
    const xCosts = this.#xCosts;
    const yCosts = this.#yCosts;
    const vertex = state >> 2;
    const column = at(this.#columnOf, vertex);
    const row = at(this.#rowOf, vertex);
    switch (direction) {
      case 0:
        if (row > 0) {
          const length = at(yCosts, row) - at(yCosts, row - 1);
          this.#reach(vertex - this.#width, 0, cost + length, state);
        }
        return;
      case 1:
        if (column + 1 < this.#width) {
          const length = at(xCosts, column + 1) - at(xCosts, column);
          this.#reach(vertex + 1, 1, cost + length, state);
        }
        return;
      case 2:
        if (row + 1 < this.#height) {
          const length = at(yCosts, row + 1) - at(yCosts, row);
          this.#reach(vertex + this.#width, 2, cost + length, state);
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
    if (at(this.#blocked, vertex) !== 0) return;
    const state = vertex * 4 + direction;
    const isKnown = at(this.#seen, state) === this.#round;
    if (isKnown && at(this.#best, state) <= cost) return;
    const total = cost + this.#priceOf(task, vertex, direction);
    if (total >= this.#bestCost) return;
    if (isKnown && at(this.#best, state) <= total) return;
    this.#seen[state] = this.#round;
    this.#best[state] = total;
    this.#from[state] = from;
    const key = total + this.#estimate(state);
    if (key < this.#bestCost) this.#queue.push(key, state);
  }

  /** What it costs to come to a vertex where others run. */
  #priceOf(task: SearchTask, vertex: number, direction: number): number {
    const horizontal = this.#horizontal;
    const vertical = this.#vertical;
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
    const aims = this.#aims;
    const direction = state & 3;
    const x = at(this.#xCosts, at(this.#columnOf, state >> 2));
    const y = at(this.#yCosts, at(this.#rowOf, state >> 2));
    const end = this.#task.aims.length * 4;
    let least = end === 0 ? 0 : NEVER;
    for (let index = 0; index < end; index += 4) {
      const right = at(aims, index) - x;
      const down = at(aims, index + 1) - y;
      const length = (right < 0 ? -right : right) + (down < 0 ? -down : down);
      const straight = length + at(aims, index + 3);
      if (straight >= least) continue;
      const cost = straight + countBends(direction, at(aims, index + 2), right, down) * BEND;
      if (cost < least) least = cost;
    }
    const estimate = least - this.#task.bonus;
    return Math.max(estimate, 0);
  }

  #trace(task: SearchTask, bound: number): Found | null {
    const vertices: number[] = [];
    let state = this.#bestState;
    while (state >= 0) {
      vertices.push(state >> 2);
      state = at(this.#from, state);
    }
    const seed = task.seeds[-1 - state];
    const goal = task.goals[this.#bestGoal];
    if (!seed || !goal) return null;
    return { vertices: vertices.reverse(), seed, goal, cost: this.#bestCost, bound };
  }
}

/**
 * Least number of bends of a way that goes in a direction, to come to a place that lies so far to
 * the right and down of it and to go on from there in the direction of the aim.
 */
function countBends(direction: number, aim: number, right: number, down: number): number {
  const isLevel = isHorizontal(aim);
  const isBackwards = aim === 0 || aim === 3;
  const ahead = (isLevel ? right : down) * (isBackwards ? -1 : 1);
  const aside = isLevel ? down : right;
  if (direction === aim) {
    if (ahead < 0) return 4;
    return aside === 0 ? 0 : 2;
  }
  if (direction === opposite(aim)) return aside === 0 ? 4 : 2;
  if (ahead < 0) return 3;
  const goesBack = direction === 0 || direction === 3;
  return (goesBack ? -aside : aside) < 0 ? 3 : 1;
}
