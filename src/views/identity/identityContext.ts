import { createContext, useContext } from 'react';
import type { TextTarget } from '#core/edit/edit.ts';
import type { Editor } from '#session/react/useEditors.ts';
import { toTargetKey } from '#session/targetKey.ts';

/** Who types in which field, by target key. */
export const EditorsContext = createContext<ReadonlyMap<string, Editor>>(new Map());

export function useEditorOf(target: TextTarget): Editor | undefined {
  return useContext(EditorsContext).get(toTargetKey(target));
}
