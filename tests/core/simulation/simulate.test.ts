import { describe, expect, it } from 'vitest';
import { formatDuration, parseDuration } from '#core/simulation/duration.ts';
import { simulate } from '#core/simulation/simulate.ts';
import { sampleProcedure } from '#tests/support/arbitraryProcedure.ts';
import { flowchart } from '#tests/support/flowchart.ts';

describe('parseDuration', () => {
  it.each([
    ['30 menit', 30, 30],
    ['2 hari kerja', 900, 900],
    ['1 jam 30 menit', 90, 90],
    ['2-3 Hari', 900, 1350],
    ['1 s.d. 2 minggu', 2250, 4500],
    ['0,5 jam', 30, 30],
    ['Paling lama 10 hari kerja', 0, 4500],
    ['2 (dua) bulan', 18900, 18900],
  ])('reads "%s"', (text, least, most) => {
    expect(parseDuration(text)).toMatchObject({ least, most });
  });

  it.each(['', 'sesuai kebutuhan', 'Sampai hari pemungutan suara', '5'])(
    'reads no time in "%s"',
    (text) => {
      expect(parseDuration(text)).toBeUndefined();
    },
  );
});

describe('formatDuration', () => {
  it.each([
    [0, '0 menit'],
    [95, '1 jam 35 menit'],
    [450, '1 hari kerja'],
    [9570, '21 hari kerja 2 jam'],
  ])('writes %d minutes as "%s"', (minutes, text) => {
    expect(formatDuration(minutes)).toBe(text);
  });
});

describe('simulate', () => {
  it('walks each way, the loop at most once, and adds up its times', () => {
    const { paths, total, isComplete } = simulate(
      flowchart('(a) > b > c? > (d): Ya; c > b: Tidak', { b: 'a2' }),
    );

    expect(paths.map(({ steps }) => steps.join(' '))).toEqual(['a b c d', 'a b c b c d']);
    expect(paths[1]?.choices).toEqual([
      { symbol: 'c', label: 'Tidak' },
      { symbol: 'c', label: 'Ya' },
    ]);
    expect(total).toEqual({ least: 240, most: 360 });
    expect(isComplete).toBe(true);
  });

  it('adds up the load of each actor, of all who do a step together', () => {
    const procedure = flowchart('(a) > b > (c)', { b: 'a2' });
    const steps = procedure.steps.map((step) =>
      step.id === 'b'
        ? {
            ...step,
            joint: true,
            symbols: [...step.symbols, { id: 'b2', actor: 'a1', kind: 'process' } as const],
          }
        : step,
    );

    expect(simulate({ ...procedure, steps }).loads).toEqual([
      { actor: 'a1', stepCount: 3, least: 180, most: 180 },
      { actor: 'a2', stepCount: 1, least: 60, most: 60 },
    ]);
  });

  it('goes on from a joint step by the arrow of whichever box', () => {
    const procedure = flowchart('(a) > b; b2 > (c)');
    const [a, b, b2, c] = procedure.steps;
    if (!a || !b || !b2 || !c) throw new Error('too small');
    const joint = { ...b, joint: true, symbols: [...b.symbols, ...b2.symbols] };

    const { paths } = simulate({ ...procedure, steps: [a, joint, c] });

    expect(paths.map(({ steps }) => steps)).toEqual([['a', 'b', 'c']]);
  });

  it('counts a capsule above its box as one step', () => {
    const procedure = flowchart('(a) > b > (c)');
    const [a, b, c] = procedure.steps;
    if (!a || !b || !c) throw new Error('too small');
    const stacked = { ...a, symbols: [...a.symbols, ...b.symbols] };

    expect(simulate({ ...procedure, steps: [stacked, c] }).total).toEqual({
      least: 120,
      most: 120,
    });
  });

  it('names the steps whose time cannot be read', () => {
    const procedure = flowchart('(a) > b > (c)');
    const steps = procedure.steps.map((step) =>
      step.id === 'b' ? { ...step, duration: 'segera' } : step,
    );

    expect(simulate({ ...procedure, steps }).paths[0]).toMatchObject({
      untimed: ['b'],
      duration: { least: 120 },
    });
  });

  it('says when there are more ways than it walks, and when there is none', () => {
    const large = simulate(sampleProcedure(150, 6, 4));
    const none = simulate(flowchart('(a) > b > c > b'));

    expect(large.isComplete).toBe(false);
    expect(none).toMatchObject({ paths: [], isComplete: true });
  });
});
