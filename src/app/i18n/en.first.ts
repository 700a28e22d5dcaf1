import { canvas } from './en/canvas.ts';
import { common } from './en/common.ts';
import { errors } from './en/errors.ts';
import { files } from './en/files.ts';
import { shell } from './en/shell.ts';
import { status } from './en/status.ts';

/** The texts that a first picture may need, loaded before anything is drawn. */
export const first = { canvas, common, errors, files, shell, status } as const;
