import { common } from './en/common.ts';
import { errors } from './en/errors.ts';
import { shell } from './en/shell.ts';

/** Every text in English, by namespace. */
export const en = { common, shell, errors } as const;
