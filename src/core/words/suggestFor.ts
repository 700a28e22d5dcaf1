import type { TextTarget } from '#core/edit/edit.ts';
import { itemBreak, type Words } from './collectWords.ts';
import { suggestDurations, suggestWords } from './suggestWords.ts';

/** A part of a text, and what could stand in its place. */
export interface WordSuggestion {
  readonly start: number;
  readonly end: number;
  readonly options: readonly string[];
}

/** How many texts are offered at once. */
const most = 6;

/** What to offer to somebody who types in a text of the procedure; undefined where nothing is known. */
export function suggestFor(
  target: TextTarget,
  text: string,
  caret: number,
  words: Words,
): WordSuggestion | undefined {
  const whole = (known: readonly string[]): WordSuggestion => ({
    start: 0,
    end: text.length,
    options: suggestWords(text, known, most),
  });
  switch (target.of) {
    case 'actor':
      return whole(words.actors);
    case 'item':
      switch (target.list) {
        case 'unit':
          return whole(words.units);
        case 'legalBasis':
          return whole(words.legalBases);
        case 'relatedProcedures':
          return whole(words.titles);
        case 'equipment':
        case 'records':
          return whole(words.documents);
        default:
          return undefined;
      }
    case 'step':
      switch (target.field) {
        case 'requirements':
        case 'output':
          return suggestItem(text, caret, words.documents);
        case 'duration': {
          const spans = suggestDurations(text);
          const used = suggestWords(text, words.durations, most);
          const options = [...new Set([...spans, ...used])].slice(0, most);
          return { start: 0, end: text.length, options };
        }
        default:
          return undefined;
      }
    default:
      return undefined;
  }
}

/** Of several documents in one cell, the one at the caret. */
function suggestItem(text: string, caret: number, known: readonly string[]): WordSuggestion {
  const before = text.slice(0, caret);
  const item = before.split(itemBreak).at(-1) ?? '';
  const typed = item.replace(/^\s*(?:\d+[.)]\s*|[-•]\s*)?/, '');
  return { start: caret - typed.length, end: caret, options: suggestWords(typed, known, most) };
}
