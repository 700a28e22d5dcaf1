import { Suspense, useCallback, useLayoutEffect, useRef } from 'react';
import { useCanEdit, useProcedure, useSelection } from '#session/react/hooks.ts';
import { later } from '#ui/later.ts';
import { useCanvasUi } from './canvasContext.ts';

const RouteForm = later(() => import('./RouteForm.tsx').then((file) => file.RouteForm));

/** The ways of the selected arrow, to choose without dragging. */
export function RoutePanel() {
  const canEdit = useCanEdit();
  const isShown = useCanvasUi((ui) => ui.isRoutePanelShown);
  const selection = useSelection();
  const [selected] = selection;
  const id = selection.length === 1 && selected?.kind === 'flow' ? selected.id : undefined;
  const flow = useProcedure(({ flows }) => flows.find((each) => each.id === id));
  const formRef = useKeyboardOnce(isShown);
  return (
    <Suspense>{canEdit && isShown && flow && <RouteForm formRef={formRef} flow={flow} />}</Suspense>
  );
}

/** Only asking for the form takes the keyboard there; an arrow that is selected later keeps it. */
function useKeyboardOnce(isShown: boolean) {
  const form = useRef<HTMLElement>(null);
  const isAsked = useRef(false);
  const enter = useCallback(() => {
    if (!isAsked.current || !form.current) return;
    isAsked.current = false;
    form.current.querySelector<HTMLElement>('input:checked')?.focus();
  }, []);
  useLayoutEffect(() => {
    isAsked.current = isShown;
    enter();
  }, [isShown, enter]);
  // The form's code may come after it was asked for.
  return useCallback(
    (element: HTMLElement | null) => {
      form.current = element;
      enter();
    },
    [enter],
  );
}
