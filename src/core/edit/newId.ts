const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';
const LENGTH = 12;

/** A new id, 62 random bits; `random` gives numbers from 0 up to but not including 1. */
export function newId(random: () => number): string {
  let id = '';
  for (let index = 0; index < LENGTH; index += 1)
    id += ALPHABET[Math.floor(random() * ALPHABET.length)] ?? '0';
  return id;
}
