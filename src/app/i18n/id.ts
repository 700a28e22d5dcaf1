import { common } from './id/common.ts';
import { errors } from './id/errors.ts';
import { shell } from './id/shell.ts';

/** Every text in Indonesian, by namespace. */
export const id = { common, shell, errors } as const;
