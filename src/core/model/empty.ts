import type { Procedure } from './procedure.ts';

/** A procedure with nothing in it but its title. */
export function emptyProcedure(title = ''): Procedure {
  return {
    identity: {
      title,
      number: '',
      unit: [],
      createdOn: null,
      revisedOn: null,
      effectiveOn: null,
      approver: { position: '', name: '', nip: '' },
      legalBasis: [],
      qualifications: [],
      relatedProcedures: [],
      equipment: [],
      warnings: [],
      records: [],
    },
    actors: [],
    steps: [],
    flows: [],
  };
}
