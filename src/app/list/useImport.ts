import { useCallback, useState } from 'react';
import { useLocation } from 'wouter';
import { api } from '#app/api.ts';
import type { ImportOutcome } from './ImportReport.tsx';

/**
 * Imports files one after the other. A single one that was read completely opens at once; else keeps how
 * each went, for the report.
 */
export function useImport(onDone: () => void) {
  const [busyWith, setBusyWith] = useState<string>();
  const [outcomes, setOutcomes] = useState<readonly ImportOutcome[]>([]);
  const [, navigate] = useLocation();

  const importFiles = useCallback(
    async (files: readonly File[]): Promise<void> => {
      const done: ImportOutcome[] = [];
      for (const file of files) {
        setBusyWith(file.name);
        done.push(await importFile(file));
      }
      setBusyWith(undefined);
      const onlyId = toOnlyCleanId(done);
      if (onlyId !== undefined) return navigate(`/prosedur/${onlyId}`);
      setOutcomes(done);
      onDone();
    },
    [onDone, navigate],
  );

  return { busyWith, outcomes, importFiles, clear: () => setOutcomes([]) };
}

/** The procedure of a single file about which nothing needs to be said. */
function toOnlyCleanId(outcomes: readonly ImportOutcome[]): string | undefined {
  const [first, ...others] = outcomes;
  if (!first?.ok || others.length > 0 || first.imported.report.length > 0) return undefined;
  return first.imported.id;
}

async function importFile(file: File): Promise<ImportOutcome> {
  try {
    return { ok: true, fileName: file.name, imported: await api.importFile(file) };
  } catch (problem) {
    return { ok: false, fileName: file.name, problem };
  }
}
