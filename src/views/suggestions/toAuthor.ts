/** A person with the division that they spoke for. */
export function toAuthor(name: string, division: string): string {
  return division ? `${name} · ${division}` : name;
}
