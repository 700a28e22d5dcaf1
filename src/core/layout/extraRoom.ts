import type { Flow } from '#core/model/procedure.ts';
import type { ActorColumn, Connector, SymbolBox } from './geometry.ts';

/** Room beyond what symbols and texts need, in pt, for arrows and labels that found no clean place. */
export interface ExtraRoom {
  /** By step: how much higher its row is. */
  readonly rows: ReadonlyMap<string, number>;
  /** By actor: how much wider the column is. */
  readonly actors: ReadonlyMap<string, number>;
}

/** What is given, one portion after the other: first higher rows only, which change the least. */
const PORTIONS: readonly { readonly row: number; readonly column: number }[] = [
  { row: 10, column: 0 },
  { row: 4, column: 10 },
  { row: 10, column: 0 },
  { row: 0, column: 12 },
  { row: 12, column: 6 },
  { row: 12, column: 12 },
  { row: 16, column: 0 },
  { row: 16, column: 16 },
  { row: 20, column: 8 },
  { row: 8, column: 20 },
  { row: 20, column: 20 },
  { row: 20, column: 20 },
];

/**
 * What rows and columns are given for labels in poor places. A sheet's columns grow less: whoever
 * draws there sees every arrow beside them move.
 */
const POOR_PORTIONS: Readonly<Record<'page' | 'sheet', typeof PORTIONS>> = {
  page: [
    { row: 12, column: 0 },
    { row: 6, column: 20 },
    { row: 8, column: 24 },
  ],
  sheet: [
    { row: 12, column: 0 },
    { row: 14, column: 0 },
  ],
};

/**
 * Where so many are crowded, and so many portions have helped nobody, more won't either. So many
 * labels in poor places are those of a very long document, which would take twice as long.
 */
const MANY = 8;
const MOST_VAIN = 3;

/** The row and column that a crowded arrow starts in; that it ends in where it starts on another page. */
export interface CrowdedPlace {
  readonly step: string;
  readonly actor: string;
}

/**
 * Lays out anew with more room in the rows and columns of crowded arrows until none is crowded.
 * If that never comes about, the layout with the fewest is taken. Then rows and columns with labels
 * in poor places are given some as well, as far as that helps.
 */
export function layWithRoom<Layout>(
  lay: (extra: ExtraRoom) => Layout,
  findCrowded: (layout: Layout) => readonly CrowdedPlace[],
  findPoor: (layout: Layout) => readonly CrowdedPlace[],
  kind: 'page' | 'sheet',
): Layout {
  let extra: ExtraRoom = { rows: new Map(), actors: new Map() };
  let bestExtra = extra;
  let best = lay(extra);
  let crowded = findCrowded(best);
  let least = crowded.length;
  let vain = 0;
  for (const portion of PORTIONS) {
    if (crowded.length === 0 || (crowded.length > MANY && vain >= MOST_VAIN)) break;
    extra = giveRoom(extra, crowded, portion);
    const next = lay(extra);
    crowded = findCrowded(next);
    vain += 1;
    if (crowded.length >= least) continue;
    vain = 0;
    best = next;
    bestExtra = extra;
    least = crowded.length;
  }
  let poor = findPoor(best);
  let fewest = poor.length;
  extra = bestExtra;
  for (const portion of POOR_PORTIONS[kind]) {
    if (poor.length === 0 || poor.length > MANY) break;
    extra = giveRoom(extra, poor, portion);
    const next = lay(extra);
    poor = findPoor(next);
    if (poor.length >= fewest || findCrowded(next).length > least) continue;
    best = next;
    fewest = poor.length;
  }
  return best;
}

function giveRoom(
  extra: ExtraRoom,
  places: readonly CrowdedPlace[],
  { row, column }: (typeof PORTIONS)[number],
): ExtraRoom {
  return {
    rows: grow(extra.rows, new Set(places.map(({ step }) => step)), row),
    actors: grow(extra.actors, new Set(places.map(({ actor }) => actor)), column),
  };
}

interface Drawn {
  readonly columns: readonly ActorColumn[];
  readonly symbols: readonly SymbolBox[];
  readonly connectors: readonly Connector[];
}

/** Where arrows of a page or sheet, or labels in poor places, want more room. */
export function findPlaces(
  drawn: Drawn,
  flows: readonly Flow[],
  reason: 'crowded' | 'poorLabel',
): readonly CrowdedPlace[] {
  const crowded = drawn.connectors.filter((connector) => connector[reason]);
  if (crowded.length === 0) return [];
  const symbols = new Map(drawn.symbols.map((symbol) => [symbol.symbol, symbol]));
  const flowOf = new Map(flows.map((flow) => [flow.id, flow]));
  return crowded.flatMap((connector) => {
    const flow = flowOf.get(connector.flow);
    const symbol = symbols.get(flow?.from ?? '') ?? symbols.get(flow?.to ?? '');
    if (!symbol) return [];
    const middle = symbol.x + symbol.width / 2;
    const column = drawn.columns.findLast(({ x }) => x < middle);
    return column ? [{ step: symbol.step, actor: column.actor }] : [];
  });
}

function grow(
  room: ReadonlyMap<string, number>,
  ids: ReadonlySet<string>,
  portion: number,
): ReadonlyMap<string, number> {
  if (portion === 0) return room;
  const grown = new Map(room);
  for (const id of ids) grown.set(id, (grown.get(id) ?? 0) + portion);
  return grown;
}
