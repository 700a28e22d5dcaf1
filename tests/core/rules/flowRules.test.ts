import { describe, expect, it } from 'vitest';
import type { Procedure } from '#core/model/procedure.ts';
import type { Finding } from '#core/rules/finding.ts';
import { checkFlow } from '#core/rules/flowRules.ts';
import { flowchart } from '#tests/support/flowchart.ts';

/** `F2 error decision-exits-few c`, shorter to compare. */
function check(procedure: Procedure): readonly string[] {
  return checkFlow(procedure).map(({ rule, level, message, place }: Finding) => {
    const what = place.kind === 'symbol' ? place.symbol : place.kind === 'flow' ? place.flow : '';
    return `${rule} ${level} ${message} ${what}`.trim();
  });
}

const good = '(a) > b > c? > (d): Ya; c > b: Tidak';

describe('checkFlow', () => {
  it('[F1] accepts a procedure from one start to one end, and an empty one', () => {
    expect(check(flowchart(good))).toEqual([]);
    expect(check({ ...flowchart(good), steps: [], flows: [] })).toEqual([]);
  });

  it('[F1] takes the first capsule as start when only a loop enters it', () => {
    expect(check(flowchart('(a) > c? > (d): Ya; c > a: Tidak'))).toEqual([]);
  });

  it('[F1] reports a missing start and a missing end', () => {
    expect(check(flowchart('a > (b)'))).toContain('F1 error no-start');
    expect(check(flowchart('(a) > b'))).toContain('F1 error no-end');
  });

  it('[F1] warns of several starts and ends', () => {
    expect(check(flowchart('(a); (b) > c? > (d): Ya; a > c > (e): Tidak'))).toEqual([
      'F1 warning several-starts',
      'F1 warning several-ends',
    ]);
  });

  it('[F1] reports what cannot be reached and what leads nowhere', () => {
    const findings = check(flowchart('(a) > b > (c); x > y'));

    expect(findings.filter((finding) => finding.startsWith('F1'))).toEqual([
      'F1 error unreachable x',
      'F1 error dead-end x',
      'F1 error unreachable y',
      'F1 error dead-end y',
    ]);
  });

  it('[F1] reports a loop without a way out', () => {
    const findings = check(flowchart('(a) > b? > (c): Ya; b > d: Tidak; d > e > d'));

    expect(findings).toEqual(
      expect.arrayContaining(['F1 error dead-end d', 'F1 error dead-end e']),
    );
  });

  it('[F1] reaches all boxes of a joint step through one of them', () => {
    const procedure = flowchart('(a) > b > (c)', { b: 'a2' });
    const joint = procedure.steps.map((step) =>
      step.id === 'b'
        ? {
            ...step,
            joint: true,
            symbols: [...step.symbols, { id: 'b2', actor: 'a1', kind: 'process' } as const],
          }
        : step,
    );

    expect(check({ ...procedure, steps: joint })).toEqual([]);
  });

  it('[F2] reports a decision with one exit, without labels, or with the same twice', () => {
    expect(check(flowchart('(a) > b? > (c): Ya'))).toEqual(['F2 error decision-exits-few b']);
    expect(check(flowchart('(a) > b?; b > d > (c); b > c: Ya'))).toEqual([
      'F2 error decision-label-missing b',
    ]);
    expect(check(flowchart('(a) > b?; b > d: ya; d > (c); b > c: Ya'))).toEqual([
      'F2 error decision-label-same b',
    ]);
    expect(check(flowchart('(a) > b? > (c): Ya; b > c: Tidak'))).toEqual([
      'F2 error decision-target-same b',
    ]);
  });

  it('[F2] warns of three exits', () => {
    expect(check(flowchart('(a) > b?; b > d: B; b > e: C; d > (c); e > c; b > c: A'))).toEqual([
      'F2 warning decision-exits-many b',
    ]);
  });

  it('[F3] reports a process with none or two exits, and an end with one', () => {
    expect(check(flowchart('(a) > b? > (c): Ya; b > d: Tidak'))).toContain(
      'F3 error process-exits-none d',
    );
    expect(check(flowchart('(a) > b > (c); b > d > c'))).toContain('F3 error process-exits-many b');
    expect(check(flowchart('(a) > b > (c) > d > (e)'))).toContain('F3 error end-exits c');
  });

  it('[F3] accepts a capsule above a box that something enters', () => {
    const procedure = flowchart('(a) > b > m > n > (c)');
    const stacked = procedure.steps.flatMap((step) => {
      const mark = { id: 'm', actor: 'a1', kind: 'terminator' } as const;
      if (step.id === 'm') return [];
      return step.id === 'n' ? [{ ...step, symbols: [mark, ...step.symbols] }] : [step];
    });

    expect(check({ ...procedure, steps: stacked })).toEqual([]);
  });

  it('[F5] notes an arrow back up that begins at no decision', () => {
    expect(check(flowchart('(a) > b > c? > (d): Ya; c > e: Tidak; e > b'))).toEqual([
      'F5 info back-without-decision e>b',
    ]);
  });
});
