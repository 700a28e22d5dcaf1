/** Hands out ids that XML allows (NCName) and that nobody else has. */
export class XmlIds {
  readonly #taken = new Set<string>();

  /** `Symbol_` and the id, with what XML forbids replaced. */
  take(prefix: string, id = ''): string {
    const plain = id === '' ? prefix : `${prefix}_${id.replace(/[^A-Za-z0-9._-]/g, '_')}`;
    let name = plain;
    for (let count = 2; this.#taken.has(name); count += 1) name = `${plain}_${count}`;
    this.#taken.add(name);
    return name;
  }
}
