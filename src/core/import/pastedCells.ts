/** Cells copied from a spreadsheet, row by row; a single text is one row of one cell. */
export function toPastedRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  // A cell in quotes may hold tabs, line ends and doubled quotes.
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy;
  for (const [, quoted, plain = '', end] of text.trimEnd().matchAll(cell)) {
    rows.at(-1)?.push((quoted?.replaceAll('""', '"') ?? plain).trim());
    if (end === '') break;
    if (end !== '\t') rows.push([]);
  }
  return rows;
}
