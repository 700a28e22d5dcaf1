import { type CSSProperties, useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CanvasLayout, Point } from '#core/layout/geometry.ts';
import { layoutCanvas } from '#core/layout/layoutCanvas.ts';
import { findLongestMiddle } from '#core/layout/longestPart.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { type Frame, fitBox } from '#core/presentation/camera.ts';
import type { PresentationState } from '#core/presentation/presentationState.ts';
import { findFocus, findSurroundings, type Surroundings } from '#core/presentation/surroundings.ts';
import type { Pin } from '#core/suggestions/pins.ts';
import { FlowDrawing } from './FlowDrawing.tsx';
import { toBreakable } from './presentationTexts.ts';
import { SheetFrame, type SheetLook } from './SheetFrame.tsx';
import { toWalked } from './walked.ts';

export interface FlowPanelProps {
  readonly procedure: Procedure;
  readonly state: PresentationState;
  readonly look: SheetLook;
  /** What surrounds the step, the whole flow, or the canvas as it is drawn. */
  readonly shows: 'step' | 'whole' | 'canvas';
}

/** Letters must not be smaller than this on a 1080p screen, in px. */
const leastLetterPx = 28;
const roundingPx = 0.01;
/** The size of the texts in the symbols of the canvas, in pt. */
const textSize = 12;
/** That of its smallest texts: the labels of arrows. */
const labelSize = 11;
/** Of a step's neighbours those are shown with it that leave the drawing this scale. */
const leastStepScale = 1.15;
/** Nearer than this, the smallest texts are larger than they have to be. */
const mostStepScale = leastLetterPx / labelSize;

/** The real drawing of the canvas, lit where the presentation stands. */
export function FlowPanel({ procedure, state, look, shows }: FlowPanelProps) {
  const { t } = useTranslation('presentation');
  const { unit } = look;
  const leastPx = leastLetterPx * unit;
  const layout = useMemo(() => layoutCanvas(procedure), [procedure]);
  const step = state.station.at === 'step' ? state.station.step : '';
  const surroundings = useMemo(() => findSurroundings(procedure, step), [procedure, step]);
  const numbers = useMemo(
    () => new Map(procedure.steps.map(({ id }, index) => [id, index + 1])),
    [procedure.steps],
  );
  const walked = useMemo(() => toWalked(procedure, state.trail), [procedure, state.trail]);
  const toHome = useCallback(
    (frame: Frame) => toHomeCamera({ layout, surroundings, step, unit, shows }, frame),
    [layout, surroundings, step, unit, shows],
  );
  const toPinPoint = useCallback((target: Pin['target']) => findPoint(layout, target), [layout]);
  return (
    <SheetFrame
      label={t('drawing')}
      look={look}
      toHome={toHome}
      toPinPoint={shows === 'whole' ? undefined : toPinPoint}
      head={(scale) => <Heads {...{ procedure, layout, surroundings, scale, unit, shows }} />}
    >
      {(scale) => (
        <FlowDrawing
          {...{ layout, step, surroundings, numbers, walked }}
          look={shows === 'canvas' ? 'plain' : shows === 'whole' ? 'map' : 'lit'}
          letterSize={leastPx / scale}
          isTextReadable={textSize * scale >= leastPx - roundingPx}
          isLabelReadable={labelSize * scale >= leastPx - roundingPx}
        />
      )}
    </SheetFrame>
  );
}

/** A step and its texts are marked at its first symbol. */
function findPoint(layout: CanvasLayout, target: Pin['target']): Point | undefined {
  switch (target.of) {
    case 'symbol': {
      const box = layout.symbols.find(({ symbol }) => symbol === target.symbol);
      return box && [box.x + box.width, box.y];
    }
    case 'flow': {
      const arrow = layout.connectors.find(({ flow }) => flow === target.flow);
      return findLongestMiddle(arrow?.points ?? []);
    }
    case 'step':
    case 'cell': {
      const box = layout.symbols.find(({ step }) => step === target.step);
      if (box) return [box.x, box.y];
      const row = layout.rows.find(({ step }) => step === target.step);
      return row && [layout.numberWidth, row.y + row.height / 2];
    }
    case 'identity':
      return undefined;
  }
}

interface Home {
  readonly layout: CanvasLayout;
  readonly surroundings: Surroundings;
  readonly step: string;
  readonly unit: number;
  readonly shows: FlowPanelProps['shows'];
}

function toHomeCamera({ layout, surroundings, step, unit, shows }: Home, frame: Frame) {
  const last = layout.rows.at(-1);
  const bottom = last ? last.y + last.height : layout.height;
  const sheet = {
    x: layout.numberWidth,
    y: layout.headHeight,
    width: layout.width - layout.numberWidth,
    height: bottom - layout.headHeight,
  };
  const mostScale = mostStepScale * unit;
  const whole = () => fitBox(sheet, frame, { margin: 20 * unit, mostScale });
  if (shows === 'whole') return whole();
  const isCanvas = shows === 'canvas';
  const margin = isCanvas ? 0 : Math.min(92 * unit, frame.width * 0.1, frame.height * 0.1);
  const least = leastStepScale * unit;
  const room = isCanvas
    ? { width: 0, height: 0 }
    : { width: (frame.width - 2 * margin) / least, height: (frame.height - 2 * margin) / least };
  const row = layout.rows.find((band) => band.step === step);
  const box =
    findFocus(layout, surroundings, room) ?? (row && { ...sheet, y: row.y, height: row.height });
  if (!box) return whole();
  return fitBox(box, frame, { margin, mostScale });
}

interface HeadsProps {
  readonly procedure: Procedure;
  readonly layout: CanvasLayout;
  readonly surroundings: Surroundings;
  readonly scale: number;
  readonly unit: number;
  readonly shows: FlowPanelProps['shows'];
}

/** Below this width on a 1080p screen, in px, a lane's name is written upwards. */
const narrowLane = 230;
/** Below this one there is room for one line of it. */
const narrowestLane = 74;

/** The actors' names above their lanes, in letters of one size however far the drawing is. */
function Heads({ procedure, layout, surroundings, scale, unit, shows }: HeadsProps) {
  const { t } = useTranslation('presentation');
  const names = new Map(procedure.actors.map(({ id, name }) => [id, name]));
  const steps = procedure.steps.flatMap(({ symbols }) => symbols);
  const actorsOf = (ids: ReadonlySet<string>) =>
    new Set(steps.filter(({ id }) => ids.has(id)).map(({ actor }) => actor));
  const own = actorsOf(surroundings.own);
  const near = actorsOf(surroundings.neighbours);
  const narrowest = Math.min(...layout.columns.map(({ width }) => width)) * scale;
  const isNarrow = narrowest < narrowLane * unit;
  return (
    <div
      className={isNarrow ? 'presentHeads upwards' : 'presentHeads'}
      data-single={narrowest < narrowestLane * unit}
      data-shows={shows}
      aria-hidden="true"
    >
      {layout.columns.map(({ actor, x, width }) => (
        <div
          key={actor}
          className="presentHead"
          data-light={own.has(actor) ? 'own' : near.has(actor) ? 'near' : 'far'}
          style={toPlace(x, width)}
        >
          <span>{toBreakable(names.get(actor) ?? '') || t('unnamedActor')}</span>
        </div>
      ))}
    </div>
  );
}

/** In pt of the sheet; the style sheet knows the camera. */
function toPlace(x: number, width: number): CSSProperties {
  return Object.assign<CSSProperties, object>({}, { '--x': x, '--width': width });
}
