import type { ReactNode } from 'react';
import type { Sign } from '#core/diff/changeList.ts';
import { SignMarks } from './SignMarks.tsx';

interface DetailProps {
  /** Where it differs from that of the whole entry. */
  readonly signs?: readonly Sign[];
  readonly term: string;
  readonly children: ReactNode;
}

/** One line below an entry: what changed, and how. */
export function Detail({ signs, term, children }: DetailProps) {
  return (
    <li className="changeDetail" data-sign={signs?.[0]}>
      {signs && <SignMarks signs={signs} />}
      <span className="changeTerm">{term}</span>
      <span className="changeValue">{children}</span>
    </li>
  );
}
