import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { patchText } from '#document/patchText.ts';

function openText(start: string): Y.Text {
  const text = new Y.Doc().getText('text');
  text.insert(0, start);
  return text;
}

describe('patchText', () => {
  it('makes any text of any text, and never breaks a character', () => {
    const piece = fc.constantFrom('a', 'b', ' ', '😀', '😁', '🐀', 'é');
    const words = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(words, words, (before, after) => {
        const text = openText(before);

        patchText(text, after);

        expect(text.toString()).toBe(after);
      }),
    );
  });

  it('takes what was typed where the result alone leaves it open', () => {
    const text = openText('aa');
    const changes: unknown[] = [];
    text.observe((event) => changes.push(event.delta));

    patchText(text, 'aaa', { at: 0, remove: 0, insert: 'a' });

    expect(changes).toEqual([[{ insert: 'a' }]]);
  });

  it('does not trust a typed change that leads elsewhere', () => {
    const text = openText('surat');

    patchText(text, 'surat masuk', { at: 1, remove: 1, insert: 'x' });

    expect(text.toString()).toBe('surat masuk');
  });

  it('replaces a text in which a foreign program put something else', () => {
    const text = openText('surat');
    text.insertEmbed(2, { image: 'x' });

    patchText(text, 'surat masuk');

    expect(text.toString()).toBe('surat masuk');
    expect(text.length).toBe(11);
  });
});
