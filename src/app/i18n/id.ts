import { bpmn } from './id/bpmn.ts';
import { common } from './id/common.ts';
import { errors } from './id/errors.ts';
import { identity } from './id/identity.ts';
import { shell } from './id/shell.ts';
import { table } from './id/table.ts';

/** Every text in Indonesian, by namespace. */
export const id = { common, shell, errors, bpmn, identity, table } as const;
