import { useEffect, useLayoutEffect, useMemo, useState } from 'react';
import type { ViewName } from '#app/editor/viewNames.ts';
import type { TextTarget } from '#core/edit/edit.ts';
import { findTexts, type TextMatch, type TextQuery, toReplaceEdit } from '#core/edit/findTexts.ts';
import { textOf } from '#core/edit/textOf.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { type FoundTexts, nothingFound } from '#session/react/foundTexts.ts';
import { useProcedure, useSession } from '#session/react/hooks.ts';
import type { Selected } from '#session/session.ts';
import type { ValueStore } from '#session/valueStore.ts';
import type { TypedAhead } from '#ui/finder/HeldKeys.tsx';

/** What is being looked for, and where one stands among what was found. */
export interface FindState {
  readonly query: TextQuery;
  readonly replacement: string;
  readonly count: number;
  /** Index of the place that is shown; undefined until one has been gone to. */
  readonly current: number | undefined;
  /** The text at that place, cut into what stands before, what was found, and what follows. */
  readonly excerpt: readonly [before: string, found: string, after: string] | undefined;
  change(change: Partial<TextQuery>): void;
  setReplacement(text: string): void;
  /** Shows the next (1) or previous (-1) place, round the end. */
  step(by: -1 | 1): void;
  /** One replaces the place that is shown and goes on to the next; all of them are one gesture. */
  replace(which: 'one' | 'all'): { readonly ok: boolean; readonly count: number };
}

interface FindOptions {
  readonly typed: TypedAhead;
  readonly found: ValueStore<FoundTexts>;
  readonly view: ViewName;
  show(view: ViewName): void;
}

/** Looks through the texts of the open procedure as a person types, and goes to what it finds. */
export function useFind({ typed, found, view, show }: FindOptions): FindState {
  const session = useSession();
  const procedure = useProcedure((whole) => whole);
  const [query, setQuery] = useState<TextQuery>({
    text: '',
    isCaseSensitive: false,
    isWholeWord: false,
  });
  // Letters may have come between drawing this and showing it.
  useLayoutEffect(() => setQuery((now) => ({ ...now, text: typed.text })), [typed]);
  const [replacement, setReplacement] = useState('');
  const [asked, setCurrent] = useState<number>();
  const matches = useMemo(() => findTexts(procedure, query), [procedure, query]);
  const current = asked === undefined || matches.length === 0 ? undefined : asked % matches.length;
  useEffect(() => {
    found.set({ matches, current: matches[current ?? -1] });
    return () => found.set(nothingFound);
  }, [found, matches, current]);

  function goTo(match: TextMatch | undefined): void {
    if (!match) return;
    const { selected, views } = toPlace(session.procedure.get(), match.target);
    const [usual = view] = views;
    if (!views.includes(view)) show(usual);
    if (selected) session.select([selected]);
  }

  function step(by: -1 | 1): void {
    const before = by > 0 ? -1 : 0;
    const next = ((current ?? before) + by + matches.length) % Math.max(matches.length, 1);
    setCurrent(next);
    goTo(matches[next]);
  }

  return {
    query,
    replacement,
    count: matches.length,
    current,
    excerpt: toExcerpt(procedure, matches[current ?? -1]),
    step,
    setReplacement,
    change(change) {
      setQuery({ ...query, ...change });
      setCurrent(undefined);
    },
    replace(which) {
      const shown = matches[current ?? -1];
      if (which === 'one' && !shown) {
        step(1);
        return { ok: true, count: 0 };
      }
      const replaced = which === 'one' && shown ? [shown] : matches;
      const edit = toReplaceEdit(replaced, replacement);
      const ok = edit ? session.apply(edit).ok : true;
      if (which === 'one' && ok) goTo(findTexts(session.procedure.get(), query)[current ?? 0]);
      return { ok, count: replaced.length };
    },
  };
}

/** How much of a long text is shown on either side of what was found, in characters. */
const aroundLength = 48;

function toExcerpt(procedure: Procedure, match: TextMatch | undefined): FindState['excerpt'] {
  const text = match && textOf(procedure, match.target);
  if (!match || text === undefined) return undefined;
  const { at, length } = match;
  const start = Math.max(0, at - aroundLength);
  const end = Math.min(text.length, at + length + aroundLength);
  const before = `${start > 0 ? '…' : ''}${text.slice(start, at)}`;
  const after = `${text.slice(at + length, end)}${end < text.length ? '…' : ''}`;
  return [before, text.slice(at, at + length), after];
}

interface FoundPlace {
  /** What is selected to show it. */
  readonly selected?: Selected | undefined;
  /** The views that show such a text, the first one by itself. */
  readonly views: readonly ViewName[];
}

const printed: readonly ViewName[] = ['tabel', 'belah'];
const drawn: readonly ViewName[] = ['kanvas', 'tabel', 'belah'];

function toPlace({ steps }: Procedure, target: TextTarget): FoundPlace {
  switch (target.of) {
    case 'step': {
      const symbol = steps.find(({ id }) => id === target.step)?.symbols[0];
      const isDrawn = target.field === 'activity';
      // The canvas shows a row's activity only; the other cells are the table's.
      const selected: Selected = symbol
        ? { kind: 'symbol', id: symbol.id }
        : { kind: 'step', id: target.step };
      return { selected, views: isDrawn ? drawn : printed };
    }
    case 'symbol':
      return { selected: { kind: 'symbol', id: target.symbol }, views: drawn };
    case 'label':
      return { selected: { kind: 'flow', id: target.flow }, views: drawn };
    case 'actor':
    case 'group':
      return { selected: { kind: 'actor', id: target.actor }, views: drawn };
    default:
      return { views: ['identitas', ...printed] };
  }
}
