import { describe, expect, it } from 'vitest';
import { applyEdit } from '#core/edit/applyEdit.ts';
import { toExitEdits, toExitText } from '#core/edit/exitText.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { flowchart } from '#tests/support/flowchart.ts';

const procedure = flowchart('(a) > b > c? > (d): Ya; c > b: Tidak');

describe('toExitText', () => {
  it('names the numbers of the steps, with the words beside their arrows', () => {
    expect(toExitText(procedure, 'c')).toBe('Ya 4, Tidak 2');
    expect(toExitText(procedure, 'a')).toBe('2');
    expect(toExitText(procedure, 'd')).toBe('');
  });
});

describe('toExitEdits', () => {
  it('leads an arrow to the typed step and keeps the arrow', () => {
    expect(edited(procedure, 'a', '3').flows[0]).toEqual({ id: 'a>b', from: 'a', to: 'c' });
  });

  it('keeps what stays and changes only the exit whose number is another one', () => {
    const { flows } = edited(procedure, 'c', 'Ya 4, Tidak 1');

    expect(flows.filter(({ from }) => from === 'c')).toEqual([
      { id: 'c>d', from: 'c', to: 'd', label: 'Ya' },
      { id: 'c>b', from: 'c', to: 'a', label: 'Tidak' },
    ]);
  });

  it('exchanges two exits by their words', () => {
    const { flows } = edited(procedure, 'c', 'Ya 2; tidak ke langkah 4');

    expect(flows.filter(({ from }) => from === 'c')).toEqual([
      { id: 'c>d', from: 'c', to: 'b', label: 'Ya' },
      { id: 'c>b', from: 'c', to: 'd', label: 'tidak' },
    ]);
  });

  it("calls a decision's new exits Ya and Tidak", () => {
    const bare = flowchart('(a) > c?; b; (d)');

    expect(edited(bare, 'c', '3, 4').flows.slice(1)).toEqual([
      { id: 'new-1', from: 'c', to: 'b', label: 'Ya' },
      { id: 'new-2', from: 'c', to: 'd', label: 'Tidak' },
    ]);
  });

  it('draws an arrow from nothing, and takes away those that are no longer named', () => {
    expect(edited(procedure, 'd', '1').flows.at(-1)).toEqual({ id: 'new-1', from: 'd', to: 'a' });
    expect(edited(procedure, 'c', '').flows.some(({ from }) => from === 'c')).toBe(false);
  });

  it('says what cannot be read or reached', () => {
    const problemOf = (text: string) => toExitEdits(procedure, { symbol: 'b', text, newId });

    expect(problemOf('empat')).toMatchObject({ problem: { code: 'unreadable', text: 'empat' } });
    expect(problemOf('Ya 3, 9')).toMatchObject({ problem: { code: 'no-step', text: '9' } });
    expect(problemOf('2')).toMatchObject({ problem: { code: 'itself', text: '2' } });
    expect(problemOf('3, 3')).toMatchObject({ problem: { code: 'twice', text: '3' } });
  });
});

function edited(before: Procedure, symbol: string, text: string): Procedure {
  let count = 0;
  const result = toExitEdits(before, { symbol, text, newId: () => `new-${++count}` });
  if (!result.ok) throw new RangeError(result.problem.code);
  const applied = applyEdit(before, { type: 'batch', edits: result.edits });
  if (!applied.ok) throw new RangeError(applied.rejection.message);
  return applied.procedure;
}

function newId(): string {
  return 'new';
}
