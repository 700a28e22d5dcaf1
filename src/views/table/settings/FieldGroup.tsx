import { type ReactNode, useId } from 'react';

interface FieldGroupProps {
  readonly heading: string;
  readonly children: ReactNode;
}

/** Settings that belong together, under a heading. */
export function FieldGroup({ heading, children }: FieldGroupProps) {
  const id = useId();
  return (
    <section className="settingsGroup" aria-labelledby={id}>
      <h3 id={id}>{heading}</h3>
      {children}
    </section>
  );
}
