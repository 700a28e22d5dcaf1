import { Button, NativeSelect, SegmentedControl, VisuallyHidden } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowUp,
  IconWand,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './RouteFields.css';

type Side = 'top' | 'right' | 'bottom' | 'left';

/** Where somebody wants an arrow to run; what is absent is left to the drawing. */
interface RouteWish {
  readonly exit?: Side;
  readonly entry?: Side;
  /** Right of the lane with this id; `null`: left of the first. */
  readonly channel?: string | null;
  /** From 0, the arrow's start, to 1, its head. */
  readonly labelAt?: number;
}

type WishPart = keyof RouteWish;

export interface RouteFieldsProps {
  readonly wish: RouteWish | undefined;
  /** From left to right, each with a name. */
  readonly lanes: readonly { readonly id: string; readonly name: string }[];
  readonly hasLabel: boolean;
  /** What the drawing could not do. */
  readonly broken: readonly WishPart[];
  /** `null` leaves the whole way to the drawing. */
  readonly onChange: (wish: RouteWish | null) => void;
}

type Choose = <Part extends WishPart>(part: Part, value: RouteWish[Part] | undefined) => void;

/** The ways of an arrow, to choose without dragging: its sides, its gap between lanes, its label. */
export function RouteFields({ wish, lanes, hasLabel, broken, onChange }: RouteFieldsProps) {
  const { t } = useTranslation('canvas');
  const choose: Choose = (part, value) => {
    const { [part]: _, ...others } = wish ?? {};
    const next = value === undefined ? others : { ...others, [part]: value };
    onChange(Object.keys(next).length > 0 ? next : null);
  };
  const row = { broken, choose };
  return (
    <>
      <SideRow {...row} part="exit" value={wish?.exit} />
      <SideRow {...row} part="entry" value={wish?.entry} />
      <ChannelRow {...row} lanes={lanes} value={wish?.channel} />
      {hasLabel && <LabelRow {...row} value={wish?.labelAt} />}
      <Button
        variant="light"
        size="xs"
        leftSection={<IconWand size={15} stroke={1.8} />}
        // A disabled button would lose the keyboard that pressed it.
        aria-disabled={!wish}
        data-disabled={!wish || undefined}
        onClick={() => wish && onChange(null)}
      >
        {t('route.tidy')}
      </Button>
    </>
  );
}

interface RowOptions<Part extends WishPart> {
  readonly broken: readonly WishPart[];
  readonly choose: Choose;
  readonly value: RouteWish[Part] | undefined;
}

const sides = [
  { side: 'top', Icon: IconArrowUp },
  { side: 'right', Icon: IconArrowRight },
  { side: 'bottom', Icon: IconArrowDown },
  { side: 'left', Icon: IconArrowLeft },
] as const satisfies readonly { side: Side; Icon: typeof IconArrowUp }[];

interface SideRowProps extends RowOptions<'exit' | 'entry'> {
  readonly part: 'exit' | 'entry';
}

function SideRow({ part, value, broken, choose }: SideRowProps) {
  const { t } = useTranslation('canvas');
  return (
    <Row part={part} broken={broken}>
      {(label) => (
        <SegmentedControl
          aria-label={label}
          fullWidth
          size="xs"
          value={value ?? 'auto'}
          onChange={(chosen) => choose(part, sides.find(({ side }) => side === chosen)?.side)}
          data={[
            { value: 'auto', label: t('route.auto') },
            ...sides.map(({ side, Icon }) => ({
              value: side,
              label: (
                <span className="routeSide" title={t(`route.side.${side}`)}>
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

/** Values of the list that name no lane. */
const autoValue = 'auto';
const leftmostValue = 'left';

interface ChannelRowProps extends RowOptions<'channel'>, Pick<RouteFieldsProps, 'lanes'> {}

function ChannelRow({ lanes, value, broken, choose }: ChannelRowProps) {
  const { t } = useTranslation('canvas');
  const index = value === null ? leftmostValue : lanes.findIndex(({ id }) => id === value);
  return (
    <Row part="channel" broken={broken}>
      {(label) => (
        <NativeSelect
          aria-label={label}
          size="xs"
          value={value === undefined ? autoValue : `${index}`}
          onChange={({ currentTarget: { value: chosen } }) => {
            if (chosen === autoValue) choose('channel', undefined);
            else if (chosen === leftmostValue) choose('channel', null);
            else choose('channel', lanes[Number(chosen)]?.id);
          }}
          data={[
            { value: autoValue, label: t('route.auto') },
            { value: leftmostValue, label: t('route.leftOf', { name: lanes[0]?.name }) },
            ...lanes.map(({ name }, at) => {
              const next = lanes[at + 1]?.name;
              return {
                value: `${at}`,
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

function LabelRow({ value: labelAt, broken, choose }: RowOptions<'labelAt'>) {
  const { t } = useTranslation('canvas');
  // A label that was dragged to a place between these is shown at none of them.
  const value = places.find((place) => place.labelAt === labelAt)?.name ?? '';
  return (
    <Row part="labelAt" broken={broken}>
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

interface RowProps {
  readonly part: WishPart;
  readonly broken: readonly WishPart[];
  readonly children: (label: string) => ReactNode;
}

/** One wish, and whether the drawing keeps it. */
function Row({ part, broken, children }: RowProps) {
  const { t } = useTranslation('canvas');
  const label = t(`route.part.${part}`);
  return (
    <div className="routeRow">
      <span>{label}</span>
      {children(label)}
      {broken.includes(part) && (
        <small role="status">
          <IconAlertTriangle size={13} stroke={2} aria-hidden="true" />
          {t('route.broken')}
        </small>
      )}
    </div>
  );
}
