import { cloneElement, type ReactElement } from 'react';

export interface TooltipProps {
  readonly label: string;
  /** One element that passes unknown attributes on. */
  readonly children: ReactElement<{ readonly 'data-tooltip'?: string }>;
}

/** Says what its child is while a mouse rests on it or the keyboard is in it; `TooltipLayer` draws it. */
export function Tooltip({ label, children }: TooltipProps) {
  return cloneElement(children, { 'data-tooltip': label });
}
