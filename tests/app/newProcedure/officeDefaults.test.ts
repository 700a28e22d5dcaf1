import { describe, expect, it } from 'vitest';
import { parseOfficeDefaults, toLines } from '#app/newProcedure/officeDefaults.ts';

describe('parseOfficeDefaults', () => {
  it('reads what was kept', () => {
    const office = { unit: ['KPU Kota'], actors: ['Staf', 'Sekretaris'] };

    expect(parseOfficeDefaults(JSON.stringify(office))).toEqual(office);
  });

  it.each([null, '', '{', '[]', '{"unit":"KPU","actors":[]}', '{"unit":[1],"actors":[]}'])(
    'takes %s as nothing kept',
    (kept) => {
      expect(parseOfficeDefaults(kept)).toEqual({ unit: [], actors: [] });
    },
  );
});

describe('toLines', () => {
  it('leaves out what is empty', () => {
    expect(toLines('  KPU Kota\r\n\n Sekretariat \n')).toEqual(['KPU Kota', 'Sekretariat']);
  });
});
