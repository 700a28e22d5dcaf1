import type { Procedure } from '#core/model/procedure.ts';
import { picture, settingsSchema } from '#core/model/schema.ts';
import type { Settings } from '#core/model/settings.ts';
import type { Edit, EditResult } from './edit.ts';
import { accept, printable, reject } from './result.ts';

export function changeSettings(
  procedure: Procedure,
  { settings }: Extract<Edit, { type: 'changeSettings' }>,
): EditResult {
  const before: Record<string, unknown> = { ...procedure.settings };
  const after = { ...before };
  for (const [key, value] of Object.entries(settings)) {
    if (value === null || value === undefined) delete after[key];
    else after[key] = typeof value === 'string' ? printable(value) : value;
  }
  const parsed = settingsSchema.safeParse(after);
  if (!parsed.success) return reject('bad-setting', parsed.error.issues[0]?.message ?? 'Unknown.');
  if (isSame(before, after)) return accept(procedure);
  const { settings: _, ...rest } = procedure;
  const hasAny = Object.keys(after).length > 0;
  return accept(hasAny ? { ...rest, settings: after as Settings } : rest);
}

function isSame(before: Record<string, unknown>, after: Record<string, unknown>): boolean {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].every((key) => before[key] === after[key]);
}

export function setLogo(
  procedure: Procedure,
  { logo }: Extract<Edit, { type: 'setLogo' }>,
): EditResult {
  if (logo !== null && !picture.safeParse(logo).success)
    return reject('bad-picture', 'A logo is a PNG or SVG picture of at most 300 kB.');
  if ((procedure.identity.logo ?? null) === logo) return accept(procedure);
  const { logo: _, ...rest } = procedure.identity;
  return accept({ ...procedure, identity: logo === null ? rest : { ...rest, logo } });
}
