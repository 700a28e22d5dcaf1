import { toProcedureFile } from '#core/model/file.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { kindWords, stepTitles } from '#core/sheets/words.ts';

/** What lies on the clipboard after copying, for other programs and for Alur. */
export interface Copied {
  /** Cells with tabs between them. */
  readonly text: string;
  /** A table that a spreadsheet or Word pastes, with the part itself in its `data-alur`. */
  readonly html: string;
}

/** The attribute of the copied table that holds the part of the procedure, as a file of its own. */
export const partAttribute = 'data-alur';

/** A copied part of a procedure, written for the clipboard. */
export function toClipboard(fragment: Procedure): Copied {
  const rows = toRows(fragment);
  const file = encodeURIComponent(JSON.stringify(toProcedureFile(fragment)));
  const cells = rows.map(
    (row, index) => `<tr>${row.map((cell) => toHtmlCell(cell, index === 0)).join('')}</tr>`,
  );
  return {
    text: rows.map((row) => row.map(toTextCell).join('\t')).join('\n'),
    html: `<table ${partAttribute}="${file}">${cells.join('')}</table>`,
  };
}

/** A row of titles and one for each step; several symbols of a step stand on lines of their cell. */
function toRows({ steps, actors }: Procedure): readonly (readonly string[])[] {
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  const { number, activity, actor, symbol, requirements, duration, output, notes } = stepTitles;
  const titles = [number, activity, actor, symbol, requirements, duration, output, notes];
  const rows = steps.map((step, index) => [
    String(index + 1),
    step.activity,
    step.symbols.map((each) => names.get(each.actor) ?? '').join('\n'),
    step.symbols.map(({ kind }) => kindWords[kind]).join('\n'),
    step.requirements,
    step.duration,
    step.output,
    step.notes,
  ]);
  return [titles, ...rows];
}

function toTextCell(text: string): string {
  return /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function toHtmlCell(text: string, isTitle: boolean): string {
  const content = escapeHtml(text).replaceAll('\n', '<br>');
  return isTitle ? `<th>${content}</th>` : `<td>${content}</td>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
