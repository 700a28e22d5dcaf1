import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importBpmn } from '#core/bpmn/importBpmn.ts';
import type { Procedure } from '#core/model/procedure.ts';

const leave = readFileSync('tests/fixtures/bpmn/leave.bpmn', 'utf8');

async function open(xml: string) {
  const result = await importBpmn(xml);
  if (!result.ok) throw new Error(`${result.problem.place} ${result.problem.message}`);
  return result;
}

/** `Ask > Weigh` by activities, the label behind. */
function arrows({ steps, flows }: Procedure): readonly string[] {
  const activityOf = (symbol: string) =>
    steps.find((step) => step.symbols.some(({ id }) => id === symbol))?.activity;
  return flows
    .map(({ from, to, label }) => {
      const ends = `${activityOf(from)} > ${activityOf(to)}`;
      return label ? `${ends}: ${label}` : ends;
    })
    .sort();
}

describe('importBpmn of a foreign model', () => {
  it('makes lanes actors, top to bottom, and what is around them their group', async () => {
    const { procedure } = await open(leave);

    expect(procedure.actors).toEqual([
      { id: 'Desk', name: 'Loket', group: 'Staf' },
      { id: 'Cash', name: 'Kas', group: 'Staf' },
      { id: 'Head', name: 'Kepala', group: 'Kantor' },
      { id: 'Bank', name: 'Bank' },
    ]);
  });

  it('orders the rows along the flow, with an unnamed start above its box', async () => {
    const { procedure } = await open(leave);

    expect(
      procedure.steps.map(({ activity, symbols }) => [
        activity,
        ...symbols.map(({ kind }) => kind),
      ]),
    ).toEqual([
      ['Mengajukan permohonan', 'terminator', 'process'],
      ['Menimbang permohonan', 'process'],
      ['Setuju?', 'decision'],
      ['Membayar uang cuti', 'process'],
      ['Mencatat cuti', 'process'],
      ['Cuti tercatat', 'terminator'],
    ]);
  });

  it('replaces parallel gateways and boundary events by arrows', async () => {
    const { procedure } = await open(leave);

    expect(arrows(procedure)).toEqual([
      'Membayar uang cuti > Cuti tercatat',
      'Mencatat cuti > Cuti tercatat',
      'Mengajukan permohonan > Mengajukan permohonan',
      'Mengajukan permohonan > Menimbang permohonan',
      'Menimbang permohonan > Mencatat cuti: Lewat 3 hari',
      'Menimbang permohonan > Setuju?',
      'Setuju? > Membayar uang cuti: Ya',
      'Setuju? > Mencatat cuti: Ya',
      'Setuju? > Mengajukan permohonan: Tidak',
    ]);
  });

  it('keeps data objects, documentation and annotations as texts of the row', async () => {
    const { procedure } = await open(leave);

    const pay = procedure.steps.find(({ activity }) => activity === 'Membayar uang cuti');
    const weigh = procedure.steps.find(({ activity }) => activity === 'Menimbang permohonan');
    expect(pay).toMatchObject({ output: 'Kuitansi', notes: 'Setelah tanggal 5' });
    expect(weigh).toMatchObject({ notes: 'Lihat PKPU' });
  });

  it('reports each simplification with its place', async () => {
    const { report } = await open(leave);

    expect(report.map(({ code, place }) => `${code}: ${place}`)).toEqual([
      'data-as-text: dataObjectReference "Kuitansi"',
      'annotation-as-notes: textAnnotation Ann',
      'lane-guessed: boundaryEvent "Lewat 3 hari"',
      'message-flow-lost: messageFlow "bukti"',
      'boundary-event-simplified: boundaryEvent "Lewat 3 hari"',
      'gateway-removed: parallelGateway Join',
      'parallel-simplified: parallelGateway Fork',
    ]);
  });

  it('takes a title for a model without a name', async () => {
    const bare = leave.replace(' name="Pengajuan Cuti"', '').replace(' name="Kantor"', '');
    const result = await importBpmn(bare, 'cuti');

    expect(result).toMatchObject({ ok: true, procedure: { identity: { title: 'cuti' } } });
  });

  it('reads 2,000 tasks in a chain, and loops without an end', async () => {
    const ids = Array.from({ length: 1998 }, (_, index) => `t${index}`);
    const chain = ids.map(
      (id, index) =>
        `<sequenceFlow id="f${id}" sourceRef="${id}" targetRef="${ids[(index + 1) % ids.length]}"/>`,
    );
    const tasks = ids.map((id) => `<task id="${id}" name="${id}"/>`);
    const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p">${tasks.join('')}${chain.join('')}</process></definitions>`;

    const { procedure } = await open(xml);

    expect(procedure.steps.map(({ activity }) => activity)).toEqual(ids);
  });
});

describe('importBpmn of hostile input', () => {
  const bpmn = (content: string) =>
    `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">${content}</definitions>`;

  it.each([
    ['nothing', '', 'file', 'is not XML'],
    ['prose', 'Halo', 'file', 'is not XML'],
    ['a web page', '<html><body>Halo</body></html>', 'file', 'is not a BPMN 2.0 model'],
    ['XML that ends too early', '<definitions a="', 'line 1', 'is markup without an end'],
    ['a model without a process', bpmn(''), 'definitions', 'holds no process'],
    [
      'entities',
      `<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "b">]>\n${bpmn('<process id="p"/>')}`,
      'line 2',
      'is a document type, which is not allowed here',
    ],
    [
      'deep nesting',
      bpmn(`<process id="p">${'<subProcess id="s">'.repeat(5000)}`),
      'line 1',
      'is nested more than 200 levels deep',
    ],
    ['6 MB', bpmn(' '.repeat(6 * 1024 * 1024)), 'file', 'is larger than 5 MB'],
    [
      'too many steps',
      bpmn(`<process id="p">${'<task/>'.repeat(2001)}</process>`),
      'steps',
      'has more than 2000 entries',
    ],
    [
      'a thousand arrows in and out of one gateway',
      bpmn(
        `<process id="p"><parallelGateway id="g"/>${Array.from(
          { length: 1000 },
          (_, i) =>
            `<task id="a${i}"/><task id="b${i}"/><sequenceFlow id="x${i}" sourceRef="a${i}" targetRef="g"/><sequenceFlow id="y${i}" sourceRef="g" targetRef="b${i}"/>`,
        ).join('')}</process>`,
      ),
      'process',
      'has more than 10000 arrows',
    ],
  ])('refuses %s and names the place', async (_, xml, place, message) => {
    expect(await importBpmn(xml)).toMatchObject({ ok: false, problem: { place, message } });
  });

  it('does without references that lead nowhere and names that pollute', async () => {
    const xml = bpmn(
      `<process id="p"><task id="__proto__" name="A"/><task id="constructor" name="B"/>
       <sequenceFlow id="f" sourceRef="__proto__" targetRef="constructor"/>
       <sequenceFlow id="g" sourceRef="gone" targetRef="constructor"/></process>`,
    );

    const { procedure, report } = await open(xml);

    expect(arrows(procedure)).toEqual(['A > B']);
    expect(report.map(({ code }) => code)).toContain('flow-lost');
  });

  it('answers to files that are cut off anywhere', async () => {
    for (let end = 0; end < leave.length; end += 97) {
      const result = await importBpmn(leave.slice(0, end));
      if (!result.ok) expect(result.problem.message).not.toBe('');
    }
  });
});
