import fc from 'fast-check';
import { arbitraryChoices, type Choice } from '#tests/support/arbitraryEdit.ts';
import type { Mood } from './flakyLine.ts';

/** What happens next. Numbers are taken modulo what is there; what makes no sense now is passed over. */
export type Happening =
  | { readonly type: 'edit'; readonly client: number; readonly choices: readonly Choice[] }
  | { readonly type: 'undo' | 'redo'; readonly client: number }
  | { readonly type: 'point'; readonly client: number; readonly x: number }
  | { readonly type: 'line'; readonly client: number; readonly mood: Mood }
  /** The browser crashes; it is opened again. */
  | { readonly type: 'crash' | 'return'; readonly client: number }
  /** The person may only read, or edit again. */
  | { readonly type: 'demote' | 'promote'; readonly client: number }
  /** A node of the server is killed, or told to end; it is started again. */
  | { readonly type: 'kill' | 'drain' | 'start'; readonly node: number }
  /** Nothing can be written; everything again. */
  | { readonly type: 'breakStore' | 'mendStore' }
  /** What tells the nodes of each other's commits is killed, or answers nobody; it is there again. */
  | { readonly type: 'killRedis' | 'pauseRedis' | 'mendRedis' }
  /** Every clock, of the server and of the clients, is set to another time. */
  | { readonly type: 'clock'; readonly hours: number };

/** A happening and how long the next lets wait, in ms: people type in bursts. */
export interface Scene {
  readonly happening: Happening;
  readonly pauseMs: number;
}

const client = fc.nat(1000);
const typing = fc.record({ type: fc.constant('edit' as const), client, choices: arbitraryChoices });
const pauseMs = fc.oneof(fc.constant(0), fc.nat(40));

/** What goes wrong ends sooner than it begins: people are together for most of the time. */
const arbitraryHappening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 60, arbitrary: typing },
  { weight: 6, arbitrary: fc.record({ type: fc.constantFrom('undo', 'redo'), client }) },
  {
    weight: 8,
    arbitrary: fc.record({ type: fc.constant('point' as const), client, x: fc.nat(500) }),
  },
  {
    weight: 10,
    arbitrary: fc.record({
      type: fc.constant('line' as const),
      client,
      mood: fc.constantFrom<Mood>('open', 'open', 'open', 'open', 'slow', 'stalled', 'cut'),
    }),
  },
  { weight: 8, arbitrary: fc.record({ type: oftenThe('return', 'crash'), client }) },
  { weight: 4, arbitrary: fc.record({ type: oftenThe('promote', 'demote'), client }) },
  { weight: 6, arbitrary: fc.record({ type: oftenThe('start', 'kill'), node: client }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('drain' as const), node: client }) },
  { weight: 6, arbitrary: fc.record({ type: oftenThe('mendStore', 'breakStore') }) },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constantFrom('mendRedis', 'mendRedis', 'killRedis', 'pauseRedis'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('clock' as const),
      hours: fc.integer({ min: -48, max: 48 }),
    }),
  },
);

function oftenThe<Often extends string, Seldom extends string>(often: Often, seldom: Seldom) {
  return fc.constantFrom(often, often, often, seldom);
}

/** `count` scenes, the same for the same seed. */
export function writeStory(seed: number, count: number): readonly Scene[] {
  return fc.sample(fc.record({ happening: arbitraryHappening, pauseMs }), {
    seed,
    numRuns: count,
  });
}

/** `count` scenes in which people only draw. */
export function writeDrawing(seed: number, count: number): readonly Scene[] {
  return fc.sample(fc.record({ happening: typing, pauseMs }), { seed, numRuns: count });
}
