import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Procedure } from '#core/model/procedure.ts';
import type { Diagram } from './openDiagram.ts';

/** Quiet time after the last edit before the diagram is drawn again, in ms. */
const redrawDelayMs = 300;

export type DiagramState =
  | { readonly status: 'loading' }
  /** `warnings`: what bpmn-js found odd in our BPMN; always 0 unless something is wrong with it. */
  | { readonly status: 'shown'; readonly warnings: number }
  | { readonly status: 'failed' };

/** The procedure as a diagram in the element; drawn again soon after each edit, and after `attempt` changes. */
export function useDiagram(
  ref: RefObject<HTMLElement | null>,
  procedure: Procedure,
  attempt: number,
): { readonly state: DiagramState; readonly diagram: Diagram | undefined } {
  const [diagram, setDiagram] = useState<Diagram>();
  const [state, setState] = useState<DiagramState>({ status: 'loading' });
  const isShown = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt starts from nothing.
  useEffect(() => {
    let opened: Diagram | undefined;
    let isClosed = false;
    import('./openDiagram.ts')
      .then(({ openDiagram }) => {
        if (isClosed || !ref.current) return;
        opened = openDiagram(ref.current);
        setDiagram(opened);
      })
      .catch(() => setState({ status: 'failed' }));
    return () => {
      isClosed = true;
      isShown.current = false;
      opened?.close();
      setDiagram(undefined);
    };
  }, [ref, attempt]);

  useEffect(() => {
    if (!diagram) return;
    let isOld = false;
    const draw = () => {
      diagram
        .show(procedure)
        .then((warnings) => {
          isShown.current = true;
          if (!isOld) setState({ status: 'shown', warnings });
        })
        .catch(() => {
          if (!isOld) setState({ status: 'failed' });
        });
    };
    const timer = setTimeout(draw, isShown.current ? redrawDelayMs : 0);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [diagram, procedure]);

  return { state, diagram };
}
