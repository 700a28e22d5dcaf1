import type { Settings } from '#core/model/settings.ts';

export type PageSettings = Required<Settings>;

/** How a document is printed that says nothing else. */
const defaultSettings: PageSettings = {
  paper: 'a4',
  orientation: 'landscape',
  marginMm: 12,
  footerBandMm: 15,
  typeFamily: 'arial',
  typeSizePt: 8,
  symbolScale: 1,
  terminatorStyle: 'activity',
  exitLabels: 'words',
  columnNumbers: false,
  startsOnIdentityPage: false,
  cover: false,
  decreePage: false,
  draftMark: false,
  tableNote: '',
};

/** The document's own settings over the defaults, and the caller's over both. */
export function toPageSettings(own: Settings = {}, override: Settings = {}): PageSettings {
  return { ...defaultSettings, ...own, ...override };
}
