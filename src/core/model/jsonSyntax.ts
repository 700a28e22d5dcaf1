/**
 * The offset at which a text stops being JSON; undefined when it is JSON. Each engine's own message names
 * the place in its way, and often not at all.
 */
export function findJsonSyntaxError(text: string): number | undefined {
  return new JsonScanner(text).findError();
}

/** What may come next. */
type Expected = 'value' | 'firstItem' | 'firstKey' | 'key' | 'colon' | 'separator' | 'end';

const blank = /[ \t\n\r]*/y;
/** Inside a string: what stands for itself up to the next special character, and an escape. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: a JSON string may not hold them
const plain = /[^"\\\u0000-\u001f]*/y;
const escaped = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const scalar = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** Walks over a text without recursion, since a file may nest deeper than a stack. */
class JsonScanner {
  readonly #text: string;
  readonly #open: ('[' | '{')[] = [];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  findError(): number | undefined {
    let expected: Expected | undefined = 'value';
    while (expected) {
      this.#skip(blank);
      if (expected === 'end') return this.#at === this.#text.length ? undefined : this.#at;
      expected = this.#read(expected);
    }
    return this.#at;
  }

  /** Reads one token; undefined when it is not the expected one. */
  #read(expected: Exclude<Expected, 'end'>): Expected | undefined {
    switch (expected) {
      case 'firstItem':
        return this.#text[this.#at] === ']' ? this.#close() : this.#readValue();
      case 'value':
        return this.#readValue();
      case 'firstKey':
        return this.#text[this.#at] === '}' ? this.#close() : this.#read('key');
      case 'key':
        return this.#skipString() ? 'colon' : undefined;
      case 'colon':
        return this.#text[this.#at] === ':' ? this.#step('value') : undefined;
      case 'separator':
        return this.#readSeparator();
    }
  }

  #readValue(): Expected | undefined {
    const char = this.#text[this.#at];
    if (char === '[' || char === '{') {
      this.#open.push(char);
      return this.#step(char === '[' ? 'firstItem' : 'firstKey');
    }
    return this.#skipString() || this.#skip(scalar) ? this.#afterValue() : undefined;
  }

  #readSeparator(): Expected | undefined {
    const char = this.#text[this.#at];
    const isList = this.#open.at(-1) === '[';
    if (char === ',') return this.#step(isList ? 'value' : 'key');
    return char === (isList ? ']' : '}') ? this.#close() : undefined;
  }

  #close(): Expected {
    this.#open.pop();
    return this.#step(this.#afterValue());
  }

  #afterValue(): Expected {
    return this.#open.length === 0 ? 'end' : 'separator';
  }

  #step(then: Expected): Expected {
    this.#at += 1;
    return then;
  }

  /** Past a string, if a whole one stands here. */
  #skipString(): boolean {
    const start = this.#at;
    if (this.#text[start] !== '"') return false;
    this.#at += 1;
    do this.#skip(plain);
    while (this.#skip(escaped));
    if (this.#text[this.#at] === '"') {
      this.#at += 1;
      return true;
    }
    this.#at = start;
    return false;
  }

  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.#text)) return false;
    this.#at = pattern.lastIndex;
    return true;
  }
}
