import { canvas } from './id/canvas.ts';
import { common } from './id/common.ts';
import { errors } from './id/errors.ts';
import { files } from './id/files.ts';
import { shell } from './id/shell.ts';
import { status } from './id/status.ts';

/** The texts that a first picture may need, loaded before anything is drawn. */
export const first = { canvas, common, errors, files, shell, status } as const;
