import type { TextMatch } from '#core/edit/findTexts.ts';
import { textOf } from '#core/edit/textOf.ts';
import type { Box, PageLayout, TextLine } from '#core/layout/geometry.ts';
import { measureText } from '#core/layout/text/measureText.ts';
import { type TypeFamily, toLineReach } from '#core/layout/text/widthTable.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { toTargetKey } from '#session/targetKey.ts';
import type { PageModel } from './pageModel.ts';

/** A match where it is printed; in pt, on its page. */
export interface FoundBox {
  readonly match: TextMatch;
  readonly box: Box;
}

/**
 * Where a page shows what was looked for, one box a line; the box of the whole text where its lines do not
 * show those letters. Nothing where the page does not have the text.
 */
export function toFoundBoxes(
  { layout, scene: { family = 'arial' } }: Pick<PageModel, 'layout' | 'scene'>,
  matches: readonly TextMatch[],
  procedure: Procedure,
): readonly FoundBox[] {
  const shown = listShownTexts(layout);
  return matches.flatMap((match) => {
    const key = toTargetKey(match.target);
    const text = textOf(procedure, match.target) ?? '';
    return shown
      .filter((candidate) => candidate.key === key)
      .flatMap((candidate) => toBoxes(candidate, match, { text, family }))
      .map((box) => ({ match, box }));
  });
}

interface ShownText {
  readonly key: string;
  readonly box: Box;
  readonly lines: readonly TextLine[];
}

function listShownTexts({ cells, symbols, connectors }: PageLayout): readonly ShownText[] {
  return [
    ...cells.flatMap((cell) =>
      cell.target ? [{ key: toTargetKey(cell.target), box: cell, lines: cell.lines }] : [],
    ),
    ...symbols.map((box) => ({
      key: toTargetKey({ of: 'symbol', symbol: box.symbol }),
      box,
      lines: box.lines,
    })),
    ...connectors.flatMap(({ flow, label }) =>
      label ? [{ key: toTargetKey({ of: 'label', flow }), box: label, lines: label.lines }] : [],
    ),
  ];
}

function toBoxes(
  { box, lines }: ShownText,
  { at, length }: TextMatch,
  { text, family }: { readonly text: string; readonly family: TypeFamily },
): readonly Box[] {
  let next = 0;
  const boxes = lines.flatMap((line) => {
    const start = text.indexOf(line.text, next);
    if (start < 0) return [];
    next = start + line.text.length;
    const [from, to] = [Math.max(at, start), Math.min(at + length, next)];
    return from < to ? [toPartBox(line, [from - start, to - start], family)] : [];
  });
  return boxes.length > 0 ? boxes : [box];
}

function toPartBox(
  { text, x, y, width, size, weight, anchor }: TextLine,
  [from, to]: readonly [number, number],
  family: TypeFamily,
): Box {
  const measure = (part: string) => measureText(part, { size, weight, family });
  const { ascent, descent } = toLineReach(family);
  const start = x - width * anchorShare[anchor];
  return {
    x: start + measure(text.slice(0, from)),
    y: y - ascent * size,
    width: measure(text.slice(from, to)),
    height: (ascent + descent) * size,
  };
}

const anchorShare = { start: 0, middle: 0.5, end: 1 } as const;
