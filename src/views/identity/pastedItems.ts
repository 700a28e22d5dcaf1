/** "1. ", "2) ", "a. ", "- ", "• " at the start of a line. */
const bullet = /^\s*(?:\d{1,3}[.)]|[a-z][.)]|[-–•*·])\s+/i;

/** The entries of a pasted list, without their own numbers; empty where it is only one line. */
export function toPastedItems(text: string): readonly string[] {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(bullet, '').trim())
    .filter((line) => line !== '');
  return lines.length > 1 ? lines : [];
}
