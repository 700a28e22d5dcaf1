import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { emptyProcedure } from '#core/model/empty.ts';
import { parseProcedureJson } from '#core/model/parse.ts';
import type { Procedure, Step } from '#core/model/procedure.ts';
import {
  newPresentation,
  type PresentationState,
  presentationModes,
} from '#core/presentation/presentationState.ts';
import { goTo } from '#core/presentation/walk.ts';
import { ValueStore } from '#session/valueStore.ts';
import { openView } from '#tests/support/openView.tsx';
import { Presentation } from '#views/presentation/Presentation.tsx';

/** What is read from eight metres on a 1080p screen, in px. */
const leastPx = 28;

describe('a presentation on a 1080p screen', () => {
  it('writes all that is to be read in 28 px and more, in every template, example and view', async () => {
    const show = await openStage();
    const all = await loadAll();
    expect(all.length).toBeGreaterThanOrEqual(14);
    for (const procedure of all) {
      const begun = newPresentation('local', Date.now());
      const states = procedure.steps.map(({ id }) => goTo(procedure, begun, id));
      const longest = states[findLongest(procedure.steps)] ?? begun;
      // How large the letters of the whole drawings are does not depend on the step.
      const others = presentationModes.map((mode) => ({ ...longest, mode }));
      for (const state of [...states, ...others]) {
        show(procedure, state);
        const step = state.trail.at(-1);
        const row = procedure.steps.findIndex(({ id }) => id === step) + 1;
        const where = `${procedure.identity.title}, ${state.mode} ${row}`;
        expect([...findSmall(), ...findCut()], where).toEqual([]);
      }
    }
  }, 60_000);
});

/** The place of the step with the most words. */
function findLongest(steps: readonly Step[]): number {
  const lengths = steps.map(
    ({ activity, requirements, duration, output }) =>
      `${activity}${requirements}${duration}${output}`.length,
  );
  return lengths.indexOf(Math.max(...lengths));
}

interface Shown {
  readonly procedure: Procedure;
  readonly state: PresentationState;
}

/** Answers how to show a state, at once. */
async function openStage(): Promise<(procedure: Procedure, state: PresentationState) => void> {
  const shown = new ValueStore<Shown | undefined>(undefined);
  await openView(<Shows store={shown} />, emptyProcedure(''));
  await page.viewport(1920, 1080);
  return (procedure, state) => flushSync(() => shown.set({ procedure, state }));
}

function Shows({ store }: { readonly store: ValueStore<Shown | undefined> }) {
  const shown = useSyncExternalStore(store.subscribe, store.get);
  if (!shown) return null;
  const { mode, trail } = shown.state;
  // Each one is new: nothing glides there from the one before.
  return (
    <Presentation
      key={`${mode} ${trail}`}
      {...shown}
      seat="presenter"
      onCommand={() => undefined}
    />
  );
}

/** What can be seen and is too small. The paper of the printed pages is a picture: what it says stands beside. */
function findSmall(): readonly string[] {
  const root = document.querySelector('.presentation');
  if (!root) throw new RangeError('Nothing is presented');
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const small: string[] = [];
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const element = node.parentElement;
    if (!element || node.nodeValue?.trim() === '' || element.closest('.presentPage')) continue;
    const px = toPx(element);
    if (px < leastPx - 0.1 && isSeen(element)) small.push(`${node.nodeValue}: ${px.toFixed(1)} px`);
  }
  return small;
}

/** The words about a step that one would have to scroll to: a presenter does not. */
function findCut(): readonly string[] {
  return [...document.querySelectorAll('.presentCard, .presentStrip')]
    .filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1)
    .map(
      ({ className, scrollHeight, clientHeight }) =>
        `${className}: ${scrollHeight - clientHeight} px`,
    );
}

function toPx(element: Element): number {
  const fontSize = Number.parseFloat(getComputedStyle(element).fontSize);
  const scale = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1;
  return fontSize * scale;
}

function isSeen(element: Element): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return (
    element.checkVisibility() && right > 0 && left < innerWidth && bottom > 0 && top < innerHeight
  );
}

async function loadAll(): Promise<readonly Procedure[]> {
  // Not imported: the server serves the folder as it is.
  const files = Object.keys(import.meta.glob('/public/{templates,examples}/*.sop.json'));
  return Promise.all(
    files.map(async (file) => {
      const answer = await fetch(file.replace('/public', ''));
      const parsed = parseProcedureJson(await answer.text());
      if (!parsed.ok) throw new RangeError(parsed.problem.message);
      return parsed.procedure;
    }),
  );
}
