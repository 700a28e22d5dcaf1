/** The same procedure file under another title. */
export function toCopy(file: Readonly<Record<string, unknown>>, title: string): object {
  const identity = typeof file.identity === 'object' ? file.identity : {};
  return { ...file, identity: { ...identity, title } };
}
