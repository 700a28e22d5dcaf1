import fc from 'fast-check';
import { PAPER_NAMES, type Settings } from '#core/model/settings.ts';

/** Ways to print a document, the narrow papers and large symbols that make it hard included. */
export const arbitrarySettings: fc.Arbitrary<Settings> = fc.record({
  paper: fc.constantFrom(...PAPER_NAMES),
  orientation: fc.constantFrom('landscape', 'portrait'),
  symbolScale: fc.constantFrom(0.8, 1, 1.5),
  typeSizePt: fc.constantFrom(6, 8, 10),
  typeFamily: fc.constantFrom('arial', 'bookman', 'times'),
  terminatorStyle: fc.constantFrom('activity', 'extra'),
  columnNumbers: fc.boolean(),
  startsOnIdentityPage: fc.boolean(),
  cover: fc.boolean(),
  decreePage: fc.boolean(),
  exitLabels: fc.constantFrom('words', 'letters'),
  tableNote: fc.constantFrom('', 'Catatan: semua hari adalah hari kerja.'),
});
