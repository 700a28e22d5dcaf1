import { type RefObject, useEffect } from 'react';
import type { TextTarget } from '#core/edit/edit.ts';
import { useFoundTexts } from '#session/react/foundTexts.ts';
import { toTargetKey } from '#session/targetKey.ts';

/** Whether what is looked for stands in a text, and is `here`; then its element comes into view. */
export function useFoundIn(
  target: TextTarget,
  ref: RefObject<HTMLElement | null>,
): 'here' | 'too' | undefined {
  const { matches, current } = useFoundTexts();
  const key = toTargetKey(target);
  const here = current && toTargetKey(current.target) === key ? current : undefined;
  useEffect(() => {
    if (here) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [here, ref]);
  if (here) return 'here';
  return matches.some((match) => toTargetKey(match.target) === key) ? 'too' : undefined;
}
