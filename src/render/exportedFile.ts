/** A file to take home. */
export interface ExportedFile {
  readonly bytes: Uint8Array;
  readonly mimeType: string;
  /** What a person would call it: `SOP Pelayanan Informasi.pdf`. */
  readonly fileName: string;
}
