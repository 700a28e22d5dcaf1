import { describe, expect, it } from 'vitest';
import type { Step } from '#core/model/procedure.ts';
import { checkQuality } from '#core/rules/qualityRules.ts';
import { checkSize } from '#core/rules/sizeRules.ts';
import { flowchart } from '#tests/support/flowchart.ts';

function check(changes: Readonly<Record<string, Partial<Step>>>) {
  const procedure = flowchart('(a) > b > (c)');
  const steps = procedure.steps.map((step) => ({ ...step, ...changes[step.id] }));
  return checkQuality({ ...procedure, steps })
    .filter(({ rule }) => rule !== 'M3')
    .map(({ rule, message, parameters = {} }) => [rule, message, ...Object.values(parameters)]);
}

describe('checkQuality', () => {
  it('[M1] names the empty cells of the quality standard', () => {
    expect(check({ b: { requirements: ' ', duration: '' } })).toEqual([
      ['M1', 'quality-missing', 'kelengkapan, waktu'],
    ]);
  });

  it.each(['30 menit', '1 jam 30 menit', '2-3 hari', '1,5 jam', '2 (dua) hari'])(
    '[M2] accepts "%s"',
    (duration) => {
      expect(check({ b: { duration } })).toEqual([]);
    },
  );

  it.each(['sesuai kebutuhan', 'Paling lama 10 hari kerja', 'segera', '5'])(
    '[M2] reports "%s"',
    (duration) => {
      expect(check({ b: { duration } })).toEqual([['M2', 'duration-unclear', duration]]);
    },
  );

  it('[M2] reports "hari" beside "hari kerja"', () => {
    expect(check({ a: { duration: '2 hari' }, b: { duration: '2 hari kerja' } })).toEqual([
      ['M2', 'duration-mixed'],
    ]);
  });

  it('[M3] shows the least and most time over all ways', () => {
    const procedure = flowchart('(a) > b > c? > (d): Ya; c > b: Tidak');

    const total = checkQuality(procedure).filter(({ rule }) => rule === 'M3');

    expect(total).toMatchObject([{ level: 'info', parameters: { least: '4 jam', most: '6 jam' } }]);
  });

  it('[M4] notes an output that no later step needs, but not the last', () => {
    expect(check({ a: { output: 'Nota dinas' }, c: { output: 'Arsip' } })).toEqual([
      ['M4', 'output-unused', 'Nota dinas'],
    ]);
    expect(check({ a: { output: 'Draf SOP' }, c: { requirements: 'draf SOP, berkas' } })).toEqual(
      [],
    );
  });
});

describe('checkSize', () => {
  it('[L1] notes a procedure of one actor', () => {
    expect(checkSize(flowchart('(a) > (b)'))).toMatchObject([{ rule: 'L1', level: 'info' }]);
    expect(checkSize(flowchart('(a) > (b)', { b: 'a2' }))).toEqual([]);
  });

  it('[L2] notes more than 15 steps and more than 8 actors', () => {
    const names = Array.from({ length: 16 }, (_, index) => `s${index}`);
    const actors = Object.fromEntries(names.map((name, index) => [name, `a${index % 9}`]));

    const findings = checkSize(flowchart(names.join(' > '), actors));

    expect(findings.map(({ rule, parameters }) => [rule, parameters])).toEqual([
      ['L2', { count: 16 }],
      ['L2', { count: 9 }],
    ]);
  });
});
