/** A table as it is copied: plain text with tabs, and HTML. */
export interface CopiedTable {
  readonly text: string;
  readonly html: string;
}

/** A table for the clipboard; Word and Excel keep its cells. */
export function toCopiedTable(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): CopiedTable {
  const lines = [head, ...rows].map((row) => row.map(toPlainCell).join('\t'));
  const toRow = (tag: string, row: readonly string[]) =>
    `<tr>${row.map((cell) => `<${tag}>${toHtml(cell)}</${tag}>`).join('')}</tr>`;
  return {
    text: `${title}\n${lines.join('\n')}\n`,
    html:
      `<p><b>${toHtml(title)}</b></p><table border="1" cellspacing="0" cellpadding="4">` +
      `${toRow('th', head)}${rows.map((row) => toRow('td', row)).join('')}</table>`,
  };
}

/** A cell of a line: it has no tab and no line break of its own. */
function toPlainCell(text: string): string {
  return text.replaceAll(/\s*[\t\n\r]+\s*/g, ' ');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '<br>',
};

function toHtml(text: string): string {
  return text.replaceAll(/[&<>"\n]/g, (character) => entities[character] ?? character);
}
