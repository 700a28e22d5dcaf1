/** Numbers for the drawings and shapes of one document, each given once. */
export class DocumentIds {
  #last = 0;

  next(): number {
    this.#last += 1;
    return this.#last;
  }
}
