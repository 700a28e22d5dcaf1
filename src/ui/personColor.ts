/** Colours for people: dark enough for white initials, far apart from one another. */
const colors = [
  '#b0413e',
  '#2563a8',
  '#2f7d4f',
  '#8a4fa3',
  '#ad5f18',
  '#0f7c86',
  '#a83a73',
  '#5b6b1f',
  '#4d55b8',
  '#7a5230',
] as const;

/** Always the same colour for the same person. */
export function toPersonColor(key: string): string {
  let hash = 0;
  for (const char of key) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) >>> 0;
  return colors[hash % colors.length] ?? colors[0];
}

/** One or two capital letters: "Siti Rahma Dewi" → "SD". */
export function toInitials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words[0] ?? '?';
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return ([...first][0] ?? '?').concat([...last][0] ?? '').toLocaleUpperCase('id');
}
