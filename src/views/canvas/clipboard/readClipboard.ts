import { toPastedRows } from '#core/import/pastedCells.ts';
import { limits } from '#core/model/limits.ts';
import { parseProcedureJson } from '#core/model/parse.ts';
import type { Procedure } from '#core/model/procedure.ts';
import type { Copied } from './toClipboard.ts';
import { partAttribute } from './toClipboard.ts';

/** What was found on the clipboard. */
export type Pasted =
  /** A part of a procedure, copied in Alur. */
  | { readonly kind: 'part'; readonly fragment: Procedure }
  /** Cells or lines of another program. */
  | { readonly kind: 'rows'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'tooMuch' };

/** Reads a clipboard; whatever it holds is checked like a file from outside. */
export function readClipboard({ text, html }: Copied): Pasted {
  if (text.length + html.length > limits.maxFileBytes) return { kind: 'tooMuch' };
  const table = findTable(html);
  const part = table?.getAttribute(partAttribute);
  const fragment = part ? readPart(part) : readFile(text);
  if (fragment) return { kind: 'part', fragment };
  const rows = (table ? readTable(table) : withoutMarks(toPastedRows(text))).filter((row) =>
    row.some((cell) => cell !== ''),
  );
  if (rows.length === 0) return { kind: 'nothing' };
  return rows.length > limits.maxSteps ? { kind: 'tooMuch' } : { kind: 'rows', rows };
}

// A parsed document runs no script and loads nothing.
function findTable(html: string): HTMLTableElement | null {
  if (!/<table/i.test(html)) return null;
  return new DOMParser().parseFromString(html, 'text/html').querySelector('table');
}

function readPart(part: string): Procedure | undefined {
  try {
    return readFile(decodeURIComponent(part));
  } catch {
    // Half a percent sign: some program has shortened it.
    return undefined;
  }
}

/** The text of a `.sop.json` is a part too. */
function readFile(text: string): Procedure | undefined {
  if (!text.trimStart().startsWith('{')) return undefined;
  const result = parseProcedureJson(text);
  return result.ok ? result.procedure : undefined;
}

function readTable(table: HTMLTableElement): readonly (readonly string[])[] {
  return [...table.rows].map((row) => [...row.cells].map(readCell));
}

function readCell(cell: HTMLTableCellElement): string {
  for (const lineBreak of cell.querySelectorAll('br')) lineBreak.replaceWith('\n');
  const paragraphs = [...cell.querySelectorAll('p')].map(({ textContent }) => textContent);
  const text = paragraphs.length > 0 ? paragraphs.join('\n') : cell.textContent;
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

const listMark = /^\s*(?:\d{1,3}[.)]|[a-z][.)]|[•·▪◦‣–*-])\s+/i;

/** A list loses its numbers or dots, when every line has one. */
function withoutMarks(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const lines = rows.filter((row) => row.some((cell) => cell !== ''));
  const isList =
    lines.length > 1 &&
    lines.every(([first = '', second]) => second === undefined && listMark.test(first));
  return isList ? rows.map((row) => row.map((cell) => cell.replace(listMark, ''))) : rows;
}
