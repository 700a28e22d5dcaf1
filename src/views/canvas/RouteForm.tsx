import { Button, CloseButton, NativeSelect, SegmentedControl, VisuallyHidden } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowUp,
  IconWand,
} from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, type RefCallback, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { WishPart } from '#core/layout/drawnRoute.ts';
import type { Flow, RouteHint, Side } from '#core/model/procedure.ts';
import { useProcedure } from '#session/react/hooks.ts';
import { useCanvas, useSheet } from './canvasContext.ts';
import { toActorNames } from './channels.ts';

interface PanelProps {
  readonly flow: Flow;
}

export interface RouteFormProps extends PanelProps {
  readonly formRef: RefCallback<HTMLElement>;
}

/** The form with an arrow's wishes. */
export function RouteForm({ formRef, flow }: RouteFormProps) {
  const { t } = useTranslation('canvas');
  const { commands } = useCanvas();
  const ends = useSheet(({ flowFacts }) => flowFacts.get(flow.id));
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
      <SideRow flow={flow} part="exit" />
      <SideRow flow={flow} part="entry" />
      <ChannelRow flow={flow} />
      {flow.label && <LabelRow flow={flow} />}
      <Button
        variant="light"
        size="xs"
        leftSection={<IconWand size={15} stroke={1.8} />}
        disabled={!flow.route}
        onClick={() => commands.setRoute(flow.id, null)}
      >
        {t('route.tidy')}
      </Button>
    </section>
  );
}

const sides = [
  { side: 'top', Icon: IconArrowUp },
  { side: 'right', Icon: IconArrowRight },
  { side: 'bottom', Icon: IconArrowDown },
  { side: 'left', Icon: IconArrowLeft },
] as const satisfies readonly { side: Side; Icon: typeof IconArrowUp }[];

function SideRow({ flow, part }: PanelProps & { readonly part: 'exit' | 'entry' }) {
  const { t } = useTranslation('canvas');
  const choose = useChoice(flow);
  return (
    <Row flow={flow} part={part}>
      {(label) => (
        <SegmentedControl
          aria-label={label}
          fullWidth
          size="xs"
          value={flow.route?.[part] ?? 'auto'}
          onChange={(value) => choose(part, sides.find(({ side }) => side === value)?.side)}
          data={[
            { value: 'auto', label: t('route.auto') },
            ...sides.map(({ side, Icon }) => ({
              value: side,
              label: (
                <span className="canvasSideIcon" title={t(`route.side.${side}`)}>
                  <Icon size={15} stroke={1.9} aria-hidden="true" />
                  <VisuallyHidden>{t(`route.side.${side}`)}</VisuallyHidden>
                </span>
              ),
            })),
          ]}
        />
      )}
    </Row>
  );
}

/** Values of the list that name no actor. */
const autoValue = 'auto';
const leftmostValue = 'left';

function ChannelRow({ flow }: PanelProps) {
  const { t } = useTranslation('canvas');
  const actors = useProcedure((procedure) => procedure.actors);
  const choose = useChoice(flow);
  const names = toActorNames(actors, t('unnamedActor'));
  const { channel } = flow.route ?? {};
  const toValue = (index: number) => `${index}`;
  const value = channel === null ? leftmostValue : actors.findIndex(({ id }) => id === channel);
  return (
    <Row flow={flow} part="channel">
      {(label) => (
        <NativeSelect
          aria-label={label}
          size="xs"
          value={channel === undefined ? autoValue : `${value}`}
          onChange={({ currentTarget: { value: chosen } }) => {
            if (chosen === autoValue) choose('channel', undefined);
            else if (chosen === leftmostValue) choose('channel', null);
            else choose('channel', actors[Number(chosen)]?.id);
          }}
          data={[
            { value: autoValue, label: t('route.auto') },
            { value: leftmostValue, label: t('route.leftOf', { name: names[0] }) },
            ...names.map((name, index) => {
              const next = names[index + 1];
              return {
                value: toValue(index),
                label: next ? t('route.between', { name, next }) : t('route.rightOf', { name }),
              };
            }),
          ]}
        />
      )}
    </Row>
  );
}

const places = [
  { name: 'start', labelAt: 0 },
  { name: 'middle', labelAt: 0.5 },
  { name: 'end', labelAt: 1 },
] as const;

function LabelRow({ flow }: PanelProps) {
  const { t } = useTranslation('canvas');
  const choose = useChoice(flow);
  const labelAt = flow.route?.labelAt;
  // A label that was dragged to a place between these is shown at none of them.
  const value = places.find((place) => place.labelAt === labelAt)?.name ?? '';
  return (
    <Row flow={flow} part="labelAt">
      {(label) => (
        <SegmentedControl
          aria-label={label}
          fullWidth
          size="xs"
          value={labelAt === undefined ? 'auto' : value}
          onChange={(chosen) =>
            choose('labelAt', places.find(({ name }) => name === chosen)?.labelAt)
          }
          data={[
            { value: 'auto', label: t('route.auto') },
            ...places.map(({ name }) => ({ value: name, label: t(`route.place.${name}`) })),
          ]}
        />
      )}
    </Row>
  );
}

interface RowProps extends PanelProps {
  readonly part: WishPart;
  readonly children: (label: string) => ReactNode;
}

/** One wish, and whether the drawing keeps it. */
function Row({ flow, part, children }: RowProps) {
  const { t } = useTranslation('canvas');
  const isBroken = useSheet(({ routeFacts }) => routeFacts.get(flow.id)?.includes(part) ?? false);
  const label = t(`route.part.${part}`);
  return (
    <div className="canvasRouteRow">
      <span>{label}</span>
      {children(label)}
      {isBroken && (
        <small role="status">
          <IconAlertTriangle size={13} stroke={2} aria-hidden="true" />
          {t('route.broken')}
        </small>
      )}
    </div>
  );
}

/** Sets one wish of an arrow and keeps its others; `undefined` leaves it to the router. */
function useChoice(flow: Flow) {
  const { commands } = useCanvas();
  return <Part extends WishPart>(part: Part, value: RouteHint[Part]) => {
    const { [part]: _, ...others } = flow.route ?? {};
    const route = value === undefined ? others : { ...others, [part]: value };
    commands.setRoute(flow.id, Object.keys(route).length > 0 ? route : null);
  };
}
