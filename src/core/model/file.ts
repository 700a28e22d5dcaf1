import { FILE_VERSION } from './fileUpgrades.ts';
import type { Procedure } from './procedure.ts';

/** The document file `*.sop.json`, also the body of the HTTP API. */
export interface ProcedureFile extends Procedure {
  readonly format: 'alur.sop';
  readonly version: typeof FILE_VERSION;
}

/** The procedure as a file of the current version, keys in the order of docs/format.md. */
export function toProcedureFile(procedure: Procedure): ProcedureFile {
  const { identity, actors, steps, flows, settings } = procedure;
  return {
    format: 'alur.sop',
    version: FILE_VERSION,
    identity,
    actors,
    steps,
    flows,
    ...(settings && { settings }),
  };
}
