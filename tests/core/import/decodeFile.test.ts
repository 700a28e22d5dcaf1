import { describe, expect, it } from 'vitest';
import { decodeFile } from '#core/import/decodeFile.ts';

const open = (label: string) => new TextDecoder(label);

describe('decodeFile', () => {
  it.each([
    ['UTF-8', Buffer.from('<a b="é"/>')],
    ['Latin 1', Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a b="é"/>', 'latin1')],
    ['UTF-16', Buffer.from('\ufeff<a b="é"/>', 'utf16le')],
    ['big-endian UTF-16', Buffer.from('\ufeff<a b="é"/>', 'utf16le').swap16()],
    ['a false claim of UTF-16', Buffer.from('<?xml version="1.0" encoding="UTF-16"?><a b="é"/>')],
    ['an unknown claim', Buffer.from('<?xml version="1.0" encoding="klingon"?><a b="é"/>')],
  ])('reads %s', (_, bytes) => {
    expect(decodeFile(bytes, open)).toContain('<a b="é"/>');
  });
});
