import { describe, expect, it } from 'vitest';
import type { Edit } from '#core/edit/edit.ts';
import { limits } from '#core/model/limits.ts';
import { arrowsOf, edited, rejectionOf, stepsOf, symbolsOf } from '#tests/support/editing.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

type AddStep = Extract<Edit, { type: 'addStep' }>;
const box = { id: 'n1', actor: 'head', kind: 'process' } as const;

function addStep(change: Partial<AddStep> = {}): AddStep {
  return { type: 'addStep', step: { id: 'new', symbols: [box] }, place: { at: 'end' }, ...change };
}
function linkedAfter(step: string, after?: string): AddStep {
  return addStep({ place: { after: step }, link: { flow: 'g', ...(after && { after }) } });
}

describe('addStep', () => {
  it.each([
    [{ at: 'end' } as const, ['receive', 'check', 'sign', 'file', 'new']],
    [{ before: 'receive' }, ['new', 'receive', 'check', 'sign', 'file']],
    [{ after: 'check' }, ['receive', 'check', 'new', 'sign', 'file']],
  ])('puts the row %j', (place, steps) => {
    expect(stepsOf(edited(addStep({ place })))).toEqual(steps);
  });

  it('fills the row with what is given and leaves the rest empty', () => {
    const step = { id: 'new', activity: 'Men\u0007catat', symbols: [{ ...box, text: '\u0007' }] };

    expect(edited(addStep({ step })).steps.at(-1)).toEqual({
      id: 'new',
      activity: 'Mencatat',
      requirements: '',
      duration: '',
      output: '',
      notes: '',
      symbols: [box],
    });
  });

  it.each([
    ['duplicate-id', addStep({ step: { id: 'check', symbols: [] } })],
    ['duplicate-id', addStep({ step: { id: 'new', symbols: [{ ...box, id: 's1' }] } })],
    ['duplicate-id', addStep({ step: { id: 'new', symbols: [box, box] } })],
    ['duplicate-id', addStep({ link: { flow: 'f1' } })],
    ['bad-id', addStep({ step: { id: '', symbols: [] } })],
    ['bad-id', addStep({ step: { id: 'x'.repeat(101), symbols: [] } })],
    ['bad-id', addStep({ step: { id: 'a\nb', symbols: [] } })],
    ['unknown-actor', addStep({ step: { id: 'new', symbols: [{ ...box, actor: 'none' }] } })],
    ['unknown-step', addStep({ place: { after: 'none' } })],
    ['unknown-symbol', addStep({ link: { flow: 'g', after: 'none' } })],
    ['too-long', addStep({ step: { id: 'new', activity: 'x'.repeat(20_001), symbols: [] } })],
  ] as const)('is rejected with %s', (code, edit) => {
    expect(rejectionOf(edit)).toBe(code);
  });

  it('is rejected beyond the most steps', () => {
    const [first] = smallProcedure().steps;
    if (!first) throw new RangeError('A step expected');
    const steps = Array.from({ length: limits.maxSteps }, (_, index) => ({
      ...first,
      id: `r${index}`,
      symbols: [],
    }));
    const full = { ...smallProcedure(), steps, flows: [] };

    expect(rejectionOf(addStep(), full)).toBe('too-many');
  });
});

describe('addStep with a link', () => {
  it('comes between: prev → new → next, the old arrow with its id', () => {
    const after = edited(linkedAfter('sign'));

    expect(arrowsOf(after)).toEqual([
      's1 > s2',
      's2 > s3 Ya',
      's2 > s1 Tidak',
      's3 > n1',
      'n1 > s4',
    ]);
    expect(after.flows.map((flow) => flow.id)).toEqual(['f1', 'f2', 'f3', 'f4', 'g']);
  });

  it("splits a decision's exit to the next row and keeps its label", () => {
    expect(arrowsOf(edited(linkedAfter('check')))).toEqual([
      's1 > s2',
      's2 > n1 Ya',
      's2 > s1 Tidak',
      's3 > s4',
      'n1 > s3',
    ]);
  });

  it('draws a first exit where there is none', () => {
    expect(arrowsOf(edited(linkedAfter('file')))).toContain('s4 > n1');
  });

  it('gives a decision with one exit elsewhere its second, labelled', () => {
    const procedure = edited({ type: 'removeFlow', flow: 'f3' });
    const elsewhere = edited(
      { type: 'retargetFlow', flow: 'f2', end: 'to', symbol: 's4' },
      procedure,
    );

    expect(arrowsOf(edited(linkedAfter('check'), elsewhere))).toContain('s2 > n1 Tidak');
  });

  it('leads a new first row to the old one, when nothing else does', () => {
    const procedure = edited({ type: 'removeFlow', flow: 'f3' });
    const first = addStep({ place: { before: 'receive' }, link: { flow: 'g' } });

    expect(arrowsOf(edited(first, procedure))).toContain('n1 > s1');
    expect(arrowsOf(edited(first))).toEqual(arrowsOf(smallProcedure()));
  });

  it('follows the named symbol instead of the row above', () => {
    expect(arrowsOf(edited(linkedAfter('file', 's1')))).toContain('s1 > n1');
  });

  it('enters a row of several at its first symbol and leaves it at its last', () => {
    const symbols = [box, { ...box, id: 'n2', actor: 'staff' }];
    const after = edited({ ...linkedAfter('sign'), step: { id: 'new', symbols } });

    expect(arrowsOf(after)).toEqual(expect.arrayContaining(['s3 > n1', 'n2 > s4']));
  });

  it('draws nothing for a row without symbols', () => {
    const after = edited({ ...linkedAfter('sign'), step: { id: 'new', symbols: [] } });

    expect(arrowsOf(after)).toEqual(arrowsOf(smallProcedure()));
  });

  it('forgets the way of the arrow that it splits, but for its exit', () => {
    const routed = edited({
      type: 'setRoute',
      flow: 'f4',
      route: { exit: 'right', entry: 'top', channel: 'head' },
    });

    expect(edited(linkedAfter('sign'), routed).flows[3]?.route).toEqual({ exit: 'right' });
  });
});

describe('removeStep', () => {
  it('joins its neighbours: what came in goes on to where it led', () => {
    const after = edited({ type: 'removeStep', step: 'sign' });

    expect(stepsOf(after)).toEqual(['receive', 'check', 'file']);
    expect(arrowsOf(after)).toEqual(['s1 > s2', 's2 > s4 Ya', 's2 > s1 Tidak']);
  });

  it('goes on where a decision says yes', () => {
    expect(arrowsOf(edited({ type: 'removeStep', step: 'check' }))).toEqual(['s1 > s3', 's3 > s4']);
  });

  it('drops arrows that would lead to where they come from', () => {
    const noYes = edited({ type: 'removeFlow', flow: 'f2' });

    expect(arrowsOf(edited({ type: 'removeStep', step: 'check' }, noYes))).toEqual(['s3 > s4']);
  });

  it('leaves no second arrow beside an equal one', () => {
    const both = edited({ type: 'connect', flow: { id: 'g', from: 's2', to: 's4', label: 'Ya' } });

    expect(arrowsOf(edited({ type: 'removeStep', step: 'sign' }, both))).toEqual([
      's1 > s2',
      's2 > s1 Tidak',
      's2 > s4 Ya',
    ]);
  });

  it('ends the flow where the last row goes', () => {
    expect(arrowsOf(edited({ type: 'removeStep', step: 'file' }))).toEqual([
      's1 > s2',
      's2 > s3 Ya',
      's2 > s1 Tidak',
    ]);
  });

  it('joins across a row of several symbols', () => {
    const pair = edited([
      { type: 'addSymbol', step: 'sign', symbol: { id: 'n1', actor: 'head', kind: 'process' } },
      { type: 'retargetFlow', flow: 'f4', end: 'from', symbol: 'n1' },
      { type: 'connect', flow: { id: 'g', from: 's3', to: 'n1' } },
    ]);

    expect(arrowsOf(edited({ type: 'removeStep', step: 'sign' }, pair))).toEqual([
      's1 > s2',
      's2 > s4 Ya',
      's2 > s1 Tidak',
    ]);
  });

  it('is rejected for a step that is gone', () => {
    expect(rejectionOf({ type: 'removeStep', step: 'none' })).toBe('unknown-step');
  });
});

describe('moveStep', () => {
  it.each([
    [{ after: 'file' }, ['check', 'sign', 'file', 'receive']],
    [{ before: 'file' }, ['check', 'sign', 'receive', 'file']],
    [{ at: 'end' } as const, ['check', 'sign', 'file', 'receive']],
  ])('goes %j', (place, steps) => {
    const after = edited({ type: 'moveStep', step: 'receive', place });

    expect(stepsOf(after)).toEqual(steps);
    expect(after.flows).toEqual(smallProcedure().flows);
  });

  it('changes nothing where it stands already', () => {
    const procedure = smallProcedure();

    for (const place of [{ after: 'receive' }, { before: 'sign' }, { after: 'check' }])
      expect(edited({ type: 'moveStep', step: 'check', place }, procedure)).toBe(procedure);
  });

  it('is rejected without the step or its neighbour', () => {
    expect(rejectionOf({ type: 'moveStep', step: 'none', place: { at: 'end' } })).toBe(
      'unknown-step',
    );
    expect(rejectionOf({ type: 'moveStep', step: 'check', place: { after: 'none' } })).toBe(
      'unknown-step',
    );
  });
});

describe('duplicateStep', () => {
  it('copies texts and symbols below the original, no arrows', () => {
    const after = edited({ type: 'duplicateStep', step: 'check', id: 'copy', symbols: ['n1'] });

    expect(stepsOf(after)).toEqual(['receive', 'check', 'copy', 'sign', 'file']);
    expect(after.steps[2]).toEqual({
      ...after.steps[1],
      id: 'copy',
      symbols: [{ id: 'n1', actor: 'head', kind: 'decision' }],
    });
    expect(arrowsOf(after)).toEqual(arrowsOf(smallProcedure()));
  });

  it.each([
    ['unknown-step', { step: 'none', id: 'copy', symbols: ['n1'] }],
    ['bad-range', { step: 'check', id: 'copy', symbols: [] }],
    ['duplicate-id', { step: 'check', id: 'file', symbols: ['n1'] }],
    ['duplicate-id', { step: 'check', id: 'copy', symbols: ['s1'] }],
  ] as const)('is rejected with %s', (code, rest) => {
    expect(rejectionOf({ type: 'duplicateStep', ...rest })).toBe(code);
  });
});

describe('setJoint', () => {
  const pair = edited({
    type: 'addSymbol',
    step: 'sign',
    symbol: { id: 'n1', actor: 'head', kind: 'process' },
  });

  it('joins the boxes of a row and parts them', () => {
    const joint = edited({ type: 'setJoint', step: 'sign', joint: true }, pair);

    expect(joint.steps[2]).toMatchObject({ joint: true });
    expect(edited({ type: 'setJoint', step: 'sign', joint: false }, joint)).toEqual(pair);
  });

  it('ends when one box is left', () => {
    const joint = edited({ type: 'setJoint', step: 'sign', joint: true }, pair);

    expect(edited({ type: 'removeSymbol', symbol: 'n1' }, joint).steps[2]).not.toHaveProperty(
      'joint',
    );
    const moved = edited({ type: 'moveSymbol', symbol: 'n1', step: 'file', actor: 'head' }, joint);
    expect(moved.steps[2]).not.toHaveProperty('joint');
    expect(symbolsOf(moved)).toEqual([
      'receive: s1@staff',
      'check: s2@head',
      'sign: s3@secretary',
      'file: s4@staff n1@head',
    ]);
  });

  it('is rejected for one box', () => {
    expect(rejectionOf({ type: 'setJoint', step: 'sign', joint: true })).toBe('bad-range');
    expect(rejectionOf({ type: 'setJoint', step: 'none', joint: true })).toBe('unknown-step');
  });
});
