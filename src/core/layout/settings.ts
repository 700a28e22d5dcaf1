import type { Procedure } from '#core/model/procedure.ts';
import type { Settings } from '#core/model/settings.ts';

export type PageSettings = Required<Omit<Settings, 'draftMark'>>;

/** How a document is printed that says nothing else. */
export const defaultSettings: PageSettings = {
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
  tableNote: '',
};

/** The document's own settings over the defaults, and the caller's over both. */
export function toPageSettings(own: Settings = {}, override: Settings = {}): PageSettings {
  return { ...defaultSettings, ...own, ...override };
}

/**
 * Whether DRAF stands across its pages. Where the document doesn't say, until its Tanggal Efektif is
 * filled in: that is the day on which an SOP is signed.
 */
export function isMarkedDraft({ settings, identity }: Procedure): boolean {
  return settings?.draftMark ?? identity.effectiveOn === null;
}
