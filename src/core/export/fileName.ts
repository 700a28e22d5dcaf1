/** The longest title in a file name; with "SOP " and an ending it stays below every file system's limit. */
const maxTitleLength = 120;

/**
 * The name that a person would give the file: "SOP Pelayanan Informasi.pdf", with the page where there
 * are several. What Windows does not allow in a name becomes a dash.
 */
export function toFileName(title: string, extension: string, page?: number): string {
  const clean = Array.from(title.normalize('NFC'))
    .slice(0, maxTitleLength)
    .join('')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced here
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*]|\p{Surrogate}/gu, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.-]+|[\s.-]+$/g, '');
  const name = /^SOP\b/i.test(clean) ? clean : `SOP ${clean}`.trim();
  return `${name}${page === undefined ? '' : ` - halaman ${page}`}.${extension}`;
}
