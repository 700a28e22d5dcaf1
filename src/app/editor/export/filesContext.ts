import { createContext, useContext } from 'react';
import type { Scene } from '#core/export/scene.ts';
import type { ExportChoice, ExportFormat } from '#render/exportProcedure.ts';

/** What a person can take out of the open procedure. Each says by itself how it went. */
export interface Files {
  /** A file is being written. */
  readonly isBusy: boolean;
  readonly download: (format: ExportFormat, choice?: ExportChoice) => Promise<void>;
  /** Puts something drawn on the clipboard, to be pasted into a letter or a chat. */
  readonly copyPicture: (scene: Scene) => Promise<void>;
  /** Opens the browser's print dialog for the PDF. */
  readonly print: (choice?: ExportChoice) => Promise<void>;
}

export const FilesContext = createContext<Files | null>(null);

/** Throws outside a `FilesProvider`. */
export function useFiles(): Files {
  const files = useContext(FilesContext);
  if (!files) throw new RangeError('useFiles outside a FilesProvider');
  return files;
}
