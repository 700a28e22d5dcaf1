import { useCallback, useRef, useState } from 'react';
import type { TextTarget } from '#core/edit/edit.ts';
import { useSession } from '#session/react/hooks.ts';
import { useCanvas } from './canvasContext.ts';
import { findText, toDraftEdit } from './draftText.ts';

interface Draft {
  readonly value: string;
  readonly setValue: (value: string) => void;
  /** Brings the draft into the procedure. */
  readonly commit: () => void;
}

/** A text while it is typed in: it reaches the procedure once, when it is finished. */
export function useDraft(target: TextTarget, start?: string): Draft {
  const { procedure } = useSession();
  const { commands } = useCanvas();
  const base = useRef<string>(undefined);
  base.current ??= findText(procedure.get(), target) ?? '';
  const [value, setValue] = useState(start ?? base.current);
  const commit = useCallback(() => {
    const current = findText(procedure.get(), target);
    if (current === undefined) return;
    const draft = value.trim();
    const edit = toDraftEdit(target, { base: base.current ?? '', current, draft });
    if (edit) commands.apply(edit);
    base.current = draft;
  }, [procedure, commands, target, value]);
  return { value, setValue, commit };
}
