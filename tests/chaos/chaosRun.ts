import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { until } from '#tests/support/until.ts';
import { type EngineName, openEngine } from './engines.ts';
import { type Scene, writeDrawing, writeStory } from './story.ts';
import { World } from './world.ts';

export interface ChaosOptions {
  readonly seed: number;
  readonly engine: EngineName;
  readonly clients: number;
  /** Told what goes on, a line at a time. */
  readonly tell?: (line: string) => void;
}

export interface ChaosFigures {
  /** Edits that were possible and made. */
  readonly edits: number;
  /** Updates that somebody received, and those that their author was told are saved. */
  readonly seen: number;
  readonly promised: number;
  /** Suggestions and replies that somebody saw as taken by the server. */
  readonly suggestions: number;
  readonly kills: number;
  readonly lost: number;
}

/** Plays `scenes` of a seeded story, then checks every promise. Throws with the seed and the story. */
export function playStory(options: ChaosOptions, scenes: number): Promise<ChaosFigures> {
  return inWorld(options, async (world, note) => {
    for (const scene of writeStory(options.seed, scenes)) await play(world, scene, note);
  });
}

/** Plays one story after the other for so long. */
export function playFor(options: ChaosOptions, minutes: number): Promise<ChaosFigures> {
  return inWorld(options, async (world, note) => {
    const endsAt = performance.now() + minutes * 60_000;
    for (let chapter = 0; performance.now() < endsAt; chapter++) {
      for (const scene of writeStory(options.seed + chapter, scenesAChapter))
        await play(world, scene, note);
      await world.settle();
      options.tell?.(toLine(world.figures));
    }
  });
}

/** Kills the server again and again in the middle of the drawing. */
export function playKills(options: ChaosOptions, kills: number): Promise<ChaosFigures> {
  return inWorld(options, async (world, note) => {
    for (let kill = 1; kill <= kills; kill++) {
      for (const scene of writeDrawing(options.seed + kill, 10 + ((kill * 7) % 30)))
        await play(world, scene, note);
      await play(world, { happening: { type: 'kill', node: kill }, pauseMs: 0 }, note);
      await play(world, { happening: { type: 'start', node: kill }, pauseMs: 0 }, note);
      await world.whenStarted();
      await until(() => world.findOffline());
      if (kill % 10 === 0) options.tell?.(toLine(world.figures));
    }
  });
}

type Note = (scene: Scene) => void;

async function inWorld(
  options: ChaosOptions,
  story: (world: World, note: Note) => Promise<void>,
): Promise<ChaosFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'alur-chaos-'));
  const engine = await openEngine(options.engine, folder);
  const played: Scene[] = [];
  const world = new World({ ...options, folder, engine });
  try {
    await world.open();
    await story(world, (scene) => void played.push(scene));
    await world.settle();
    await world.checkEnd();
    return world.figures;
  } catch (error) {
    throw new Error(toReport(options, error, world.logTail, played), { cause: error });
  } finally {
    await world.close();
    await engine.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function play(world: World, { happening, pauseMs }: Scene, note: Note): Promise<void> {
  note({ happening, pauseMs });
  await world.play(happening);
  await wait(pauseMs);
}

function toReport(
  { seed, engine }: ChaosOptions,
  error: unknown,
  logTail: string,
  played: readonly Scene[],
): string {
  const what = error instanceof Error ? error.message : String(error);
  const story = played.map((scene) => JSON.stringify(scene)).join('\n');
  return `Seed ${seed}, ${engine}: ${what}\n\nThe server's log:\n${logTail}\nThe story:\n${story}`;
}

/** The figures in words. */
export function toLine(figures: ChaosFigures): string {
  const { edits, seen, promised, suggestions, kills, lost } = figures;
  const what = `${edits} edits, ${seen} updates seen, ${promised} called saved`;
  return `${what}, ${suggestions} suggestions, ${kills} kills: ${lost} lost`;
}

const scenesAChapter = 400;
