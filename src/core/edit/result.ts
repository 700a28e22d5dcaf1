import { limits } from '#core/model/limits.ts';
import type { Procedure } from '#core/model/procedure.ts';
import type { EditResult, Rejection, RejectionCode } from './edit.ts';

export function accept(procedure: Procedure): EditResult {
  return { ok: true, procedure };
}

export function reject(code: RejectionCode, message: string): EditResult {
  return { ok: false, rejection: { code, message } };
}

/** Runs checks in order; the first rejection wins. */
export function firstRejection(
  ...checks: readonly (Rejection | undefined)[]
): Rejection | undefined {
  return checks.find((check) => check !== undefined);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused here
const BAD_ID = /[\u0000-\u001f\ufffe\uffff]|\p{Surrogate}/u;

export function checkNewId(id: string, taken: ReadonlySet<string>): Rejection | undefined {
  if (id.length === 0 || id.length > limits.maxIdLength || BAD_ID.test(id))
    return { code: 'bad-id', message: `An id has 1 to ${limits.maxIdLength} characters.` };
  if (taken.has(id)) return { code: 'duplicate-id', message: `The id "${id}" is taken.` };
  return undefined;
}

export function checkLength(...texts: readonly (string | undefined)[]): Rejection | undefined {
  return texts.some((text) => text !== undefined && text.length > limits.maxTextLength)
    ? { code: 'too-long', message: `A text has at most ${limits.maxTextLength} characters.` }
    : undefined;
}

export function checkCount(count: number, most: number, what: string): Rejection | undefined {
  return count > most
    ? { code: 'too-many', message: `A procedure has at most ${most} ${what}.` }
    : undefined;
}

/** Text as it may be stored: characters that cannot be printed or written to a file are left out. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, '');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
