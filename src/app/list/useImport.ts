import { useCallback, useState } from 'react';
import { api } from '#app/api.ts';
import type { ImportOutcome } from './ImportReport.tsx';

/** Imports files one after the other and keeps how each went, for the report. */
export function useImport(onDone: () => void) {
  const [busyWith, setBusyWith] = useState<string>();
  const [outcomes, setOutcomes] = useState<readonly ImportOutcome[]>([]);

  const importFiles = useCallback(
    async (files: readonly File[]): Promise<void> => {
      const done: ImportOutcome[] = [];
      for (const file of files) {
        setBusyWith(file.name);
        done.push(await importFile(file));
      }
      setBusyWith(undefined);
      setOutcomes(done);
      onDone();
    },
    [onDone],
  );

  return { busyWith, outcomes, importFiles, clear: () => setOutcomes([]) };
}

async function importFile(file: File): Promise<ImportOutcome> {
  try {
    return { ok: true, fileName: file.name, imported: await api.importFile(file) };
  } catch (problem) {
    return { ok: false, fileName: file.name, problem };
  }
}
