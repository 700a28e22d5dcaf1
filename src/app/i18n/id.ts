import { accounts } from './id/accounts.ts';
import { bpmn } from './id/bpmn.ts';
import { canvas } from './id/canvas.ts';
import { changes } from './id/changes.ts';
import { commands } from './id/commands.ts';
import { common } from './id/common.ts';
import { compare } from './id/compare.ts';
import { errors } from './id/errors.ts';
import { files } from './id/files.ts';
import { find } from './id/find.ts';
import { help } from './id/help.ts';
import { identity } from './id/identity.ts';
import { importing } from './id/importing.ts';
import { logo } from './id/logo.ts';
import { meeting } from './id/meeting.ts';
import { newProcedure } from './id/newProcedure.ts';
import { presentation } from './id/presentation.ts';
import { printing } from './id/printing.ts';
import { secondFactor } from './id/secondFactor.ts';
import { shell } from './id/shell.ts';
import { status } from './id/status.ts';
import { suggestions } from './id/suggestions.ts';
import { table } from './id/table.ts';
import { undo } from './id/undo.ts';
import { versions } from './id/versions.ts';

/** Every text in Indonesian, by namespace. */
export const id = {
  accounts,
  canvas,
  changes,
  commands,
  common,
  compare,
  shell,
  errors,
  bpmn,
  files,
  find,
  help,
  identity,
  importing,
  logo,
  meeting,
  newProcedure,
  presentation,
  printing,
  secondFactor,
  status,
  suggestions,
  table,
  undo,
  versions,
} as const;
