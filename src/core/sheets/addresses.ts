import type { Step } from '#core/model/procedure.ts';

/** 0 → a, 25 → z, 26 → aa. */
export function toLetter(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : toLetter(Math.floor(index / 26) - 1) + letter;
}

/** How a person names each symbol: "5", or "5a" and "5b" where step 5 has several. By symbol id. */
export function toAddresses(steps: readonly Step[]): ReadonlyMap<string, string> {
  return new Map(
    steps.flatMap(({ symbols }, row) =>
      symbols.map(({ id }, index) => [
        id,
        symbols.length > 1 ? `${row + 1}${toLetter(index)}` : String(row + 1),
      ]),
    ),
  );
}

/** How a person names each actor: by name, or `[id]` where the name is blank or not the only one. */
export function toActorNames(
  actors: readonly { readonly id: string; readonly name: string }[],
): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const { name } of actors) counts.set(toKey(name), (counts.get(toKey(name)) ?? 0) + 1);
  return new Map(
    actors.map(({ id, name }) => [
      id,
      toKey(name) !== '' && counts.get(toKey(name)) === 1 ? name : `${name} [${id}]`.trim(),
    ]),
  );
}

/** Names are the same whatever their case and spaces. */
export function toKey(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
