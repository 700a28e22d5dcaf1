import { accounts } from './en/accounts.ts';
import { bpmn } from './en/bpmn.ts';
import { canvas } from './en/canvas.ts';
import { changes } from './en/changes.ts';
import { commands } from './en/commands.ts';
import { common } from './en/common.ts';
import { compare } from './en/compare.ts';
import { errors } from './en/errors.ts';
import { files } from './en/files.ts';
import { find } from './en/find.ts';
import { help } from './en/help.ts';
import { identity } from './en/identity.ts';
import { importing } from './en/importing.ts';
import { logo } from './en/logo.ts';
import { meeting } from './en/meeting.ts';
import { newProcedure } from './en/newProcedure.ts';
import { presentation } from './en/presentation.ts';
import { printing } from './en/printing.ts';
import { secondFactor } from './en/secondFactor.ts';
import { shell } from './en/shell.ts';
import { status } from './en/status.ts';
import { suggestions } from './en/suggestions.ts';
import { table } from './en/table.ts';
import { undo } from './en/undo.ts';
import { versions } from './en/versions.ts';

/** Every text in English, by namespace. */
export const en = {
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
