import { memo } from 'react';
import { toArrow, toCorners } from '#core/export/outline.ts';
import type { CanvasLayout, Connector, Point, SymbolBox, TextLine } from '#core/layout/geometry.ts';
import { findReadableNumbers } from '#core/presentation/readableNumbers.ts';
import type { Surroundings } from '#core/presentation/surroundings.ts';
import './FlowDrawing.css';

export interface FlowDrawingProps {
  readonly layout: CanvasLayout;
  /** The step that is shown; empty for none. */
  readonly step: string;
  readonly surroundings: Surroundings;
  /** Row numbers, from 1, by step. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Steps and arrows over which the way led. */
  readonly walked: { readonly steps: ReadonlySet<string>; readonly flows: ReadonlySet<string> };
  /** `lit`: the surroundings alone; `map`: everything, with the way that was walked; `plain`: as drawn. */
  readonly look: 'lit' | 'map' | 'plain';
  /** Letters that everybody in the room can read, in pt of the sheet. */
  readonly letterSize: number;
  /** Whether the texts in the symbols are that large. */
  readonly isTextReadable: boolean;
  /** Whether those at the arrows are, which are smaller. */
  readonly isLabelReadable: boolean;
}

const nothing: ReadonlySet<string> = new Set();

/** Lanes go on above and below the sheet, in pt. */
const endless = 4000;

/** The canvas's drawing. Where its texts would be too small, the symbols show the steps' numbers. */
export const FlowDrawing = memo(function FlowDrawing(props: FlowDrawingProps) {
  const { layout, numbers } = props;
  const isNumber = !props.isTextReadable && props.look !== 'plain';
  const numbered = isNumber
    ? findReadableNumbers({
        symbols: layout.symbols,
        numbers,
        own: props.surroundings.own,
        size: props.letterSize,
      })
    : nothing;
  return (
    <g className={`presentDrawing ${props.look}`}>
      {layout.columns.map(({ actor, x, width }, index) => (
        <rect
          key={actor}
          className={index % 2 === 0 ? 'presentLane' : 'presentLane odd'}
          {...{ x, width }}
          y={-endless}
          height={layout.height + 2 * endless}
        />
      ))}
      {/* A row without a symbol is lit as a whole. */}
      {props.surroundings.own.size === 0 &&
        layout.rows
          .filter((row) => row.step === props.step)
          .map(({ y, height }) => (
            <rect key={y} className="presentBand" {...{ y, height }} x={0} width={layout.width} />
          ))}
      {layout.joints.map(({ step, points }, index) => (
        <polyline
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a joint step have no identity.
          key={index}
          className={step === props.step ? 'presentLine own' : 'presentLine'}
          points={toPoints(points)}
        />
      ))}
      {sortByLight(layout.connectors, props).map((connector) => (
        <Arrow key={connector.flow} connector={connector} drawing={props} />
      ))}
      {layout.symbols.map((box) => (
        <Shape
          key={box.symbol}
          box={box}
          drawing={props}
          isNumber={isNumber}
          isNumbered={numbered.has(box.symbol)}
        />
      ))}
      {layout.connectors.map((connector) => (
        <Label key={connector.flow} connector={connector} drawing={props} />
      ))}
    </g>
  );
});

/** What is lit is drawn over what is not. */
function sortByLight(
  connectors: readonly Connector[],
  drawing: FlowDrawingProps,
): readonly Connector[] {
  const rank = ({ flow }: Connector) =>
    ['dim', 'walked', 'entry', 'exit'].indexOf(toLight(flow, drawing));
  return connectors.toSorted((a, b) => rank(a) - rank(b));
}

type ArrowLight = 'dim' | 'walked' | 'entry' | 'exit';

function toLight(flow: string, { surroundings, walked }: FlowDrawingProps): ArrowLight {
  if (surroundings.exits.has(flow)) return 'exit';
  if (surroundings.entries.has(flow)) return 'entry';
  return walked.flows.has(flow) ? 'walked' : 'dim';
}

interface ArrowProps {
  readonly connector: Connector;
  readonly drawing: FlowDrawingProps;
}

/** The width of lit arrows, in pt: their heads grow with it. */
const lineWidth = { dim: 1.1, walked: 1.8, entry: 2, exit: 2.6 } as const;

function Arrow({ connector: { flow, points, head }, drawing }: ArrowProps) {
  const light = toLight(flow, drawing);
  const strokeWidth = lineWidth[light];
  const arrow = head ? toArrow(points, Math.min(strokeWidth, 1.6)) : undefined;
  return (
    <g className={`presentArrow ${light}`}>
      <polyline points={toPoints(arrow?.shaft ?? points)} strokeWidth={strokeWidth} />
      {arrow && <polygon points={toPoints(arrow.head)} />}
    </g>
  );
}

/** Labels that are too small to read are written large beside the step's own exits, the others left out. */
function Label({ connector, drawing }: ArrowProps) {
  const { flow, label } = connector;
  if (!label) return null;
  const light = toLight(flow, drawing);
  if (drawing.isLabelReadable || drawing.look === 'plain') {
    const { x, y, width, height, lines } = label;
    return (
      <g className={`presentLabel ${light}`}>
        <rect {...{ x, y, width, height }} rx={2.5} />
        <Texts lines={lines} />
      </g>
    );
  }
  const size = drawing.letterSize;
  if (drawing.look !== 'lit' || light !== 'exit') return null;
  const text = toShort(label.text);
  const place = toLabelPlace(connector, { size, width: text.length * size * letterWidth });
  if (!place) return null;
  return (
    <g className={`presentLabel ${light}`}>
      <text {...place} fontSize={size} fontWeight={700}>
        {text}
      </text>
    </g>
  );
}

/** The exits beside the drawing have the whole of it. */
const maxLabelLength = 12;
/** Of a bold letter, on average, in parts of its size. */
const letterWidth = 0.58;

/** "Tidak, perlu perbaikan" is "Tidak…". */
function toShort(text: string): string {
  if (text.length <= maxLabelLength) return text;
  const start = text.slice(0, maxLabelLength);
  return `${(/^.*?(?=[,.;:(])|^.*(?=\s)/.exec(start)?.[0] ?? start.slice(0, -1)).trim()}…`;
}

/** Beside the line where it leaves its symbol; where the line turns too soon for that, where the sheet has its label. */
function toLabelPlace(
  { label, points: [start, next] }: Connector,
  { size, width }: { readonly size: number; readonly width: number },
) {
  if (!label || !start || !next) return undefined;
  const [x, y] = start;
  const isLevel = Math.abs(next[1] - y) < 0.5;
  if (isLevel && Math.abs(next[0] - x) < width)
    return {
      x: label.x + label.width / 2,
      y: label.y + label.height / 2 + size * 0.35,
      textAnchor: 'middle',
    } as const;
  if (Math.abs(next[0] - x) < 0.5)
    return {
      x: x + size * 0.4,
      y: next[1] > y ? y + size : y - size * 0.4,
      textAnchor: 'start',
    } as const;
  const isRight = next[0] > x;
  return {
    x: isRight ? x + size * 0.2 : x - size * 0.2,
    y: y - size * 0.35,
    textAnchor: isRight ? 'start' : 'end',
  } as const;
}

interface ShapeProps {
  readonly box: SymbolBox;
  readonly drawing: FlowDrawingProps;
  /** Shows the step's number in place of its text. */
  readonly isNumber: boolean;
  /** That number has room. */
  readonly isNumbered: boolean;
}

function Shape({ box, drawing, isNumber, isNumbered }: ShapeProps) {
  const { kind, x, y, width, height, step, symbol, lines } = box;
  const { surroundings, walked, numbers } = drawing;
  const light = surroundings.own.has(symbol)
    ? 'own'
    : surroundings.neighbours.has(symbol)
      ? 'neighbour'
      : walked.steps.has(step)
        ? 'walked'
        : 'dim';
  const size = Math.max(drawing.letterSize, Math.min(height * 0.5, 74));
  return (
    <g className={`presentShape ${kind} ${light}`} data-step={step}>
      {kind === 'decision' ? (
        <polygon points={toPoints(toCorners('diamond', box))} />
      ) : (
        <rect {...{ x, y, width, height }} rx={kind === 'terminator' ? height / 2 : 4} />
      )}
      {isNumber ? (
        isNumbered && (
          <text
            x={x + width / 2}
            y={y + height / 2 + size * 0.36}
            fontSize={size}
            fontWeight={700}
            textAnchor="middle"
          >
            {numbers.get(step)}
          </text>
        )
      ) : (
        <Texts lines={lines} />
      )}
    </g>
  );
}

function Texts({ lines }: { readonly lines: readonly TextLine[] }) {
  return lines.map((line) => (
    <text
      key={`${line.x} ${line.y}`}
      x={line.x}
      y={line.y}
      fontSize={line.size}
      fontWeight={line.weight === 'bold' ? 700 : 400}
      textAnchor={line.anchor}
    >
      {line.text}
    </text>
  ));
}

function toPoints(points: readonly Point[]): string {
  return points.map((point) => point.join(',')).join(' ');
}
