import { suggestionLimits } from '#core/suggestions/suggestion.ts';
import type { Person } from './suggestionsContext.ts';

/** What is being typed after an @, and where it begins. */
export interface MentionStart {
  readonly at: number;
  readonly typed: string;
}

/** The mention that the caret is in; undefined when it is in none. */
export function findMention(text: string, caret: number): MentionStart | undefined {
  const found = /(?:^|\s)@([^\s@]*(?: [^\s@]+)?)$/u.exec(text.slice(0, caret));
  const typed = found?.[1];
  return typed === undefined ? undefined : { at: caret - typed.length - 1, typed };
}

/** People whose name has a word that begins with what is typed; at most six. */
export function matchPeople(people: readonly Person[], typed: string): readonly Person[] {
  const wanted = typed.toLocaleLowerCase();
  return people
    .filter(({ name }) => {
      const lower = name.toLocaleLowerCase();
      return lower.startsWith(wanted) || lower.split(' ').some((word) => word.startsWith(wanted));
    })
    .slice(0, 6);
}

/** The text with the chosen name in the place of what was typed, and where the caret goes. */
export function completeMention(
  text: string,
  { at, typed }: MentionStart,
  { name }: Person,
): { readonly text: string; readonly caret: number } {
  const before = `${text.slice(0, at)}@${name} `;
  return { text: before + text.slice(at + typed.length + 1).trimStart(), caret: before.length };
}

/** Ids of the people whom a text calls upon. */
export function findMentioned(text: string, people: readonly Person[]): readonly string[] {
  const names = new Set(
    splitMentions(text, people).flatMap((piece) => (piece.isName ? [piece.text] : [])),
  );
  return people
    .filter(({ name }) => names.has(`@${name}`))
    .map(({ id }) => id)
    .slice(0, suggestionLimits.maxMentions);
}

/** A text in pieces; those that are the name of somebody stand out. */
export function splitMentions(
  text: string,
  people: readonly Person[],
): readonly { readonly text: string; readonly isName: boolean; readonly at: number }[] {
  const names = people.map(({ name }) => `@${name}`).toSorted((a, b) => b.length - a.length);
  const pieces: { text: string; isName: boolean; at: number }[] = [];
  let at = 0;
  while (at < text.length) {
    const name = names.find((each) => text.startsWith(each, at));
    const last = pieces.at(-1);
    const piece = name ?? text.charAt(at);
    if (!name && last && !last.isName) last.text += piece;
    else pieces.push({ text: piece, isName: name !== undefined, at });
    at += piece.length;
  }
  return pieces;
}
