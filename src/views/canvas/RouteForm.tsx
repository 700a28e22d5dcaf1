import { CloseButton } from '@mantine/core';
import { type KeyboardEvent, type RefCallback, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Flow } from '#core/model/procedure.ts';
import { useProcedure } from '#session/react/hooks.ts';
import { RouteFields } from '#ui/route/RouteFields.tsx';
import { useCanvas, useSheet } from './canvasContext.ts';

export interface RouteFormProps {
  readonly flow: Flow;
  readonly formRef: RefCallback<HTMLElement>;
}

/** The form with an arrow's wishes. */
export function RouteForm({ formRef, flow }: RouteFormProps) {
  const { t } = useTranslation('canvas');
  const { commands } = useCanvas();
  const ends = useSheet(({ flowFacts }) => flowFacts.get(flow.id));
  const broken = useSheet(({ routeFacts }) => routeFacts.get(flow.id));
  const actors = useProcedure((procedure) => procedure.actors);
  const title = useId();
  const close = () => {
    commands.showRoutePanel(false);
    // Selected anew, the arrow takes the keyboard back.
    commands.select({ kind: 'flow', id: flow.id });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
  };
  return (
    <section
      ref={formRef}
      className="canvasRoutePanel canvasWidget"
      aria-labelledby={title}
      onKeyDown={onKeyDown}
    >
      <header>
        <h2 id={title}>{t('route.title')}</h2>
        <CloseButton size="sm" aria-label={t('route.close')} onClick={close} />
      </header>
      <p>{t('route.ends', { from: ends?.from, to: ends?.to })}</p>
      <RouteFields
        wish={flow.route}
        lanes={actors.map(({ id, name }) => ({ id, name: name || t('unnamedActor') }))}
        hasLabel={Boolean(flow.label)}
        broken={broken ?? []}
        onChange={(wish) => commands.setRoute(flow.id, wish)}
      />
    </section>
  );
}
