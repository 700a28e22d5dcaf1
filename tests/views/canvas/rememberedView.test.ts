import { describe, expect, it } from 'vitest';
import { layoutCanvas } from '#core/layout/layoutCanvas.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { isOnSheet, openViewMemory } from '#views/canvas/rememberedView.ts';

/** What a browser keeps, as long as a test runs. */
class MemoryStorage implements Storage {
  readonly #items = new Map<string, string>();
  get length() {
    return this.#items.size;
  }
  clear = () => this.#items.clear();
  getItem = (key: string) => this.#items.get(key) ?? null;
  key = (index: number) => [...this.#items.keys()][index] ?? null;
  removeItem = (key: string) => void this.#items.delete(key);
  setItem = (key: string, value: string) => void this.#items.set(key, value);
}

const view = { x: -120, y: 40, zoom: 0.8 };

describe('openViewMemory', () => {
  it('keeps the view of each procedure, and of no more than the last ones', () => {
    const storage = new MemoryStorage();
    openViewMemory(storage, 'first').write(view);
    openViewMemory(storage, 'first').write({ ...view, zoom: 1 });
    expect(openViewMemory(storage, 'first').read()).toEqual({ ...view, zoom: 1 });

    for (let index = 0; index < 40; index += 1) openViewMemory(storage, `p${index}`).write(view);
    expect(openViewMemory(storage, 'first').read()).toBeUndefined();
    expect(openViewMemory(storage, 'p39').read()).toEqual(view);
  });

  it.each([
    'nonsense',
    '{"a":1}',
    '[["first",{"x":1,"y":null,"zoom":1}]]',
    '[["first",{"x":1,"y":2,"zoom":99}]]',
  ])('passes over what somebody else has stored: %s', (stored) => {
    const storage = new MemoryStorage();
    storage.setItem('alur.canvasViews', stored);

    expect(openViewMemory(storage, 'first').read()).toBeUndefined();
  });
});

describe('isOnSheet', () => {
  it('says whether a view still shows something', () => {
    const layout = layoutCanvas(smallProcedure());
    const window = { width: 1200, height: 800 };

    expect(isOnSheet(layout, { x: 0, y: 0, zoom: 1 }, window)).toBe(true);
    expect(isOnSheet(layout, { x: 0, y: -9000, zoom: 1 }, window)).toBe(false);
    expect(isOnSheet(layout, { x: 1190, y: 0, zoom: 1 }, window)).toBe(false);
  });
});
