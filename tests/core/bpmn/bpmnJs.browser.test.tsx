import Viewer from 'bpmn-js/lib/NavigatedViewer';
import { afterEach, describe, expect, it } from 'vitest';
import { exportBpmn } from '#core/bpmn/exportBpmn.ts';
import { parseProcedureFile } from '#core/model/parse.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

describe('bpmn-js', () => {
  afterEach(() => document.body.replaceChildren());

  it.each([
    'pemutakhiran-data-pemilih',
    'penggantian-antarwaktu-dprd',
    'penyusunan-dan-penetapan-sop',
    'permohonan-informasi-publik',
  ])('opens the example %s without a warning and draws it all', async (name) => {
    const file = await fetch(`/examples/${name}.sop.json`);
    const parsed = parseProcedureFile(await file.json());
    if (!parsed.ok) throw new Error(parsed.problem.message);

    const { warnings, drawn } = await open(parsed.procedure);

    expect(warnings).toEqual([]);
    for (const id of symbolIds(parsed.procedure)) expect(drawn).toContain(`Symbol_${id}`);
  });

  it('opens groups, stacked symbols and boxes done together', async () => {
    const small = smallProcedure();
    const [receive, check, sign, file] = small.steps;
    if (!receive || !check || !sign || !file) throw new Error('too small');
    const box = { id: 'box', actor: 'staff', kind: 'process' } as const;
    const other = { id: 'other', actor: 'head', kind: 'process' } as const;
    const procedure = {
      ...small,
      steps: [
        { ...receive, symbols: [...receive.symbols, box] },
        check,
        { ...sign, joint: true, symbols: [...sign.symbols, other] },
        file,
      ],
    };

    const { warnings, drawn } = await open(procedure);

    expect(warnings).toEqual([]);
    expect(drawn).toEqual(expect.arrayContaining(['Symbol_box', 'Symbol_other', 'Fork_sign']));
  });
});

function symbolIds({ steps }: Procedure): readonly string[] {
  return steps.flatMap(({ symbols }) => symbols.map(({ id }) => id));
}

async function open(procedure: Procedure) {
  const container = document.createElement('div');
  document.body.append(container);
  const viewer = new Viewer({ container });
  const { warnings } = await viewer.importXML(await exportBpmn(procedure));
  const drawn = [...container.querySelectorAll('[data-element-id]')].map((element) =>
    element.getAttribute('data-element-id'),
  );
  viewer.destroy();
  return { warnings, drawn };
}
