import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '#core/edit/applyEdit.ts';
import { emptyProcedure } from '#core/model/empty.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { applyCommand, type PresentationCommand } from '#core/presentation/presentationCommand.ts';
import {
  maxSharedLength,
  newPresentation,
  type PresentationState,
  presentationStateSchema,
  toSharedState,
} from '#core/presentation/presentationState.ts';
import {
  findOnward,
  goBack,
  goOn,
  goTo,
  settle,
  toChoices,
  toProgress,
} from '#core/presentation/walk.ts';
import { arbitraryDay, arbitraryLater, toEdit } from '#tests/support/arbitraryEdit.ts';
import { arbitraryProcedure } from '#tests/support/arbitraryProcedure.ts';
import { readExample } from '#tests/support/examples.ts';
import { flowchart } from '#tests/support/flowchart.ts';

const start = newPresentation('doc', 0);
const bounds = { steps: { least: 2, most: 25 }, actors: { most: 5 } };

describe('goOn', () => {
  it('alone shows every step of any procedure, in at most twice as many presses, and closes', () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryProcedure(bounds), arbitraryLater), (procedure) => {
        const shown = new Set<string>();
        let state: PresentationState = start;
        for (let press = 0; press <= 2 * procedure.steps.length; press += 1) {
          state = goOn(procedure, state);
          if (state.station.at === 'step') shown.add(state.station.step);
        }
        expect([...shown].sort()).toEqual(procedure.steps.map(({ id }) => id).sort());
        expect(state.station).toEqual({ at: 'closing' });
      }),
      { numRuns: 150 },
    );
  });

  it('takes Ya first, comes back for the branch that was passed by, and last to what lies outside', () => {
    const procedure = flowchart('(a) > b? > c: Ya; c > (d); b > e: Tidak; e > b; f');

    expect(walkThrough(procedure)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });

  it('leads out of a loop over its decision', () => {
    const procedure = flowchart('(a) > b? > c: Tidak; c > b; b > (d): Ya');
    const inLoop = ['a', 'b', 'c'].reduce((state, step) => goTo(procedure, state, step), start);

    expect(goOn(procedure, inLoop).trail).toEqual(['a', 'b', 'c', 'b']);
    expect(goOn(procedure, goOn(procedure, inLoop)).trail.at(-1)).toBe('d');
  });

  it('begins with the first row where no capsule begins, and again at each further start', () => {
    expect(walkThrough(flowchart('a > b > a'))).toEqual(['a', 'b']);
    expect(walkThrough(flowchart('(a) > c; (b) > c; c > (d)'))).toEqual(['a', 'c', 'd', 'b']);
  });

  it('closes at once where there is no step', () => {
    expect(goOn(emptyProcedure('Kosong'), start).station).toEqual({ at: 'closing' });
  });

  it('says why it jumps', () => {
    const procedure = flowchart('(a) > b? > (c): Ya; b > (d): Tidak; e');
    const at = (step: string, before: PresentationState) => goTo(procedure, before, step);
    const end = at('c', at('b', at('a', start)));

    expect(findOnward(procedure, end)).toEqual({ by: 'jump', to: 'd', why: 'branch' });
    expect(findOnward(procedure, at('d', end))).toEqual({ by: 'jump', to: 'e', why: 'outside' });
  });
});

describe('goBack', () => {
  it('goes the way that one came, to the opening', () => {
    const procedure = readExample('permohonan-informasi-publik');
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 30 }), (picks) => {
        const states = [start];
        for (const pick of picks) {
          const step = procedure.steps[pick % procedure.steps.length]?.id ?? '';
          const before = states.at(-1) ?? start;
          const next = goTo(procedure, before, step);
          if (next !== before) states.push(next);
        }
        let state = states.at(-1) ?? start;
        for (const before of states.slice(0, -1).toReversed()) {
          state = goBack(state);
          expect(state).toEqual(before);
        }
      }),
    );
  });
});

describe('toChoices', () => {
  it('offers the exits of a decision with what is known of them', () => {
    const procedure = flowchart('(a) > b? > a: Tidak; b > (c): Ya');
    const state = goTo(procedure, goTo(procedure, start, 'a'), 'b');

    const choices = toChoices(procedure, state).map(({ target: _, ...choice }) => choice);

    expect(choices).toEqual([
      { flow: 'b>c', label: 'Ya', to: 'c', isSeen: false, isBack: false, isOnward: true },
      { flow: 'b>a', label: 'Tidak', to: 'a', isSeen: true, isBack: true, isOnward: false },
    ]);
    expect(applyCommand(procedure, state, { type: 'choose', index: 1 }).trail).toEqual([
      'a',
      'b',
      'a',
    ]);
    expect(applyCommand(procedure, state, { type: 'choose', index: 2 })).toBe(state);
  });
});

describe('toProgress', () => {
  it('counts the steps that were shown, each once', () => {
    const procedure = flowchart('(a) > b? > a: Tidak; b > (c): Ya; d');
    const state = ['a', 'b', 'a', 'd'].reduce((each, step) => goTo(procedure, each, step), start);

    expect(toProgress(procedure, state)).toEqual({
      number: 4,
      total: 4,
      seen: [true, true, false, true],
      seenCount: 3,
      isOutside: true,
    });
  });
});

describe('settle', () => {
  it('after any day of edits leaves a state from which any command leads on', () => {
    const commands: fc.Arbitrary<PresentationCommand> = fc.oneof(
      fc.constantFrom<PresentationCommand>(
        { type: 'next' },
        { type: 'next' },
        { type: 'next' },
        { type: 'back' },
        { type: 'opening' },
        { type: 'closing' },
        { type: 'toggleMode', mode: 'overview' },
        { type: 'toggleScreen', screen: 'black' },
      ),
      fc.nat(3).map((index): PresentationCommand => ({ type: 'choose', index })),
      fc.nat(9).map((number): PresentationCommand => ({ type: 'goTo', step: `n${number}` })),
    );
    fc.assert(
      fc.property(arbitraryLater, arbitraryDay, fc.array(commands), (first, day, presses) => {
        let procedure: Procedure = first;
        let state: PresentationState = start;
        let ids = 1000;
        for (const [turn, choices] of day.entries()) {
          const command = presses[turn];
          if (command) state = applyCommand(procedure, state, command);
          const result = applyEdit(
            procedure,
            toEdit(choices, procedure, () => `n${++ids}`),
          );
          if (!result.ok) continue;
          const settled = settle(procedure, result.procedure, state);
          procedure = result.procedure;
          state = settled.state;
          expectToFit(procedure, state);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('goes from a deleted step to where it led, and says which one it was', () => {
    const before = flowchart('(a) > b > d; c; d > (e)');
    const after = flowchart('(a) > d; c; d > (e)');
    const state = goTo(before, goTo(before, start, 'a'), 'b');

    const settled = settle(before, after, state);

    expect(settled.lost?.id).toBe('b');
    expect(settled.state.station).toEqual({ at: 'step', step: 'd' });
    expect(settled.state.trail).toEqual(['a', 'd']);
  });

  it('goes back the way one came where nothing followed, to the opening where nothing is left', () => {
    const before = flowchart('(a) > b > (c)');
    const state = goTo(before, goTo(before, start, 'a'), 'c');

    expect(settle(before, flowchart('(a) > b'), state).state.station).toEqual({
      at: 'step',
      step: 'a',
    });
    expect(settle(before, emptyProcedure('Kosong'), state).state.station).toEqual({
      at: 'opening',
    });
  });
});

describe('toSharedState', () => {
  it('is read again by the schema, however long the way and the ids are', () => {
    const trail = Array.from({ length: 900 }, (_, index) => `${'x'.repeat(90)}${index}`);
    const state: PresentationState = { ...start, trail, station: { at: 'step', step: 'x' } };

    const shared = toSharedState(state);

    expect(JSON.stringify(shared).length).toBeLessThanOrEqual(maxSharedLength);
    expect(shared.trail.at(-1)).toBe(trail.at(-1));
    expect(presentationStateSchema.parse(shared)).toEqual(shared);
    expect(toSharedState({ ...state, trail: ['x'] }).trail).toEqual(['x']);
  });
});

function expectToFit(procedure: Procedure, state: PresentationState): void {
  const ids = new Set(procedure.steps.map(({ id }) => id));
  expect(state.trail.filter((step) => !ids.has(step))).toEqual([]);
  if (state.station.at === 'step') expect(state.station.step).toBe(state.trail.at(-1));
}

function walkThrough(procedure: Procedure): readonly string[] {
  let state: PresentationState = start;
  while (state.station.at !== 'closing') state = goOn(procedure, state);
  return [...new Set(state.trail)];
}
