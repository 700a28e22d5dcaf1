import type { Page } from 'playwright';

/** What hands did. A chord counts every key of it: Ctrl+G is two. */
export interface Strokes {
  /** Letters of the texts, Shift for capitals not counted. */
  readonly letters: number;
  readonly otherKeys: number;
  readonly pointerActions: number;
}

/** Types on a page like a person without a mouse, and counts the keys. */
export class CountingKeyboard {
  readonly #page: Page;
  #letters = 0;
  #otherKeys = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  get strokes(): Strokes {
    return { letters: this.#letters, otherKeys: this.#otherKeys, pointerActions: 0 };
  }

  /** "Enter", "Control+g", "|" */
  async press(...chords: readonly string[]): Promise<void> {
    for (const chord of chords) {
      await this.#page.keyboard.press(chord);
      this.#otherKeys += chord === '+' ? 1 : chord.split('+').length;
    }
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
    this.#letters += text.length;
  }
}
