import { bpmn } from './id/bpmn.ts';
import { canvas } from './id/canvas.ts';
import { common } from './id/common.ts';
import { errors } from './id/errors.ts';
import { identity } from './id/identity.ts';
import { shell } from './id/shell.ts';
import { status } from './id/status.ts';
import { table } from './id/table.ts';

/** Every text in Indonesian, by namespace. */
export const id = { canvas, common, shell, errors, bpmn, identity, status, table } as const;
