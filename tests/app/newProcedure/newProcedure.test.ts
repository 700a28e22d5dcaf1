import { describe, expect, it } from 'vitest';
import { fromTemplate, toNewProcedure } from '#app/newProcedure/newProcedure.ts';
import { checkProcedure } from '#core/rules/checkProcedure.ts';
import { readExample } from '#tests/support/examples.ts';

const texts = { actor: 'Pelaksana', start: 'Mulai', end: 'Selesai' };

describe('toNewProcedure', () => {
  it('has its actors in their order, and a start that leads to an end', () => {
    const { identity, actors, steps, flows } = toNewProcedure(
      { title: 'Surat Masuk', unit: ['KPU Kota', 'Sekretariat'], actors: ['Staf', 'Sekretaris'] },
      texts,
    );

    expect(identity).toMatchObject({ title: 'Surat Masuk', unit: ['KPU Kota', 'Sekretariat'] });
    expect(actors.map(({ name }) => name)).toEqual(['Staf', 'Sekretaris']);
    expect(steps.map(({ activity }) => activity)).toEqual(['Mulai', 'Selesai']);
    expect(flows).toMatchObject([{ from: 'start', to: 'end' }]);
  });

  it('has one actor to rename where none was named', () => {
    const procedure = toNewProcedure({ title: 'Surat', unit: [], actors: [] }, texts);

    expect(procedure.actors.map(({ name }) => name)).toEqual(['Pelaksana']);
    expect(checkProcedure(procedure).filter(({ rule }) => rule === 'F1')).toEqual([]);
  });
});

describe('fromTemplate', () => {
  it('takes everything along but the title and the letterhead', () => {
    const template = readExample('permohonan-informasi-publik');

    const procedure = fromTemplate(template, { title: 'Milik Kami', unit: ['KPU Kota'] });

    expect(procedure).toEqual({
      ...template,
      identity: { ...template.identity, title: 'Milik Kami', unit: ['KPU Kota'] },
    });
  });
});
