import { describe, expect, it } from 'vitest';
import {
  isDone,
  isUntouched,
  nextStep,
  type TourFacts,
  toTourFacts,
  tourSteps,
} from '#app/help/tourSteps.ts';
import { toNewProcedure } from '#app/newProcedure/newProcedure.ts';
import { applyEdit } from '#core/edit/applyEdit.ts';
import { readExample } from '#tests/support/examples.ts';

const began: TourFacts = {
  hasSymbol: false,
  written: 2,
  decisions: 0,
  actors: 1,
  showsTable: false,
};

describe('isDone', () => {
  it.each([
    ['select', { hasSymbol: true }],
    ['write', { written: 3 }],
    ['decide', { decisions: 1 }],
    ['actor', { actors: 2 }],
    ['table', { showsTable: true }],
  ] as const)('ends the step "%s" with what it asks for alone', (step, change) => {
    const others = { hasSymbol: true, written: 3, decisions: 1, actors: 2, showsTable: true };
    const [key] = Object.keys(change);
    const withoutIt = { ...others, ...(key && { [key]: began[key as keyof TourFacts] }) };

    expect(isDone(step, began, { ...began, ...change })).toBe(true);
    expect(isDone(step, began, withoutIt)).toBe(false);
  });
});

describe('nextStep', () => {
  it('leads through all of them', () => {
    expect(tourSteps.map(nextStep)).toEqual([...tourSteps.slice(1), undefined]);
  });
});

describe('toTourFacts', () => {
  it('counts what has been drawn', () => {
    const procedure = readExample('permohonan-informasi-publik');

    expect(toTourFacts(procedure, [{ kind: 'symbol', id: 's1a' }], true)).toEqual({
      hasSymbol: true,
      written: 15,
      decisions: 5,
      actors: 5,
      showsTable: true,
    });
  });
});

describe('isUntouched', () => {
  it('holds for a new SOP until something is drawn', () => {
    const texts = { actor: 'Pelaksana', start: 'Mulai', end: 'Selesai' };
    const created = toNewProcedure({ title: 'Surat', unit: [], actors: [] }, texts);
    const drawn = applyEdit(created, {
      type: 'setSymbolKind',
      symbol: 'start',
      kind: 'process',
    });

    expect(isUntouched(created)).toBe(true);
    expect(drawn.ok && isUntouched(drawn.procedure)).toBe(false);
    expect(isUntouched(readExample('permohonan-informasi-publik'))).toBe(false);
  });
});
