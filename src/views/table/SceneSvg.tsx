import { memo } from 'react';
import { fontStacks } from '#core/export/fontStacks.ts';
import { toArrow, toCorners } from '#core/export/outline.ts';
import {
  type Scene,
  type SceneItem,
  type ScenePolyline,
  type SceneShape,
  type SceneText,
  toItemLines,
} from '#core/export/scene.ts';
import type { Point, TextLine } from '#core/layout/geometry.ts';

interface SceneSvgProps {
  readonly scene: Scene;
}

/** A page as it is printed. Everything on it is said by the cells over it. */
export const SceneSvg = memo(function SceneSvg({ scene }: SceneSvgProps) {
  return (
    <svg
      className="tableScene"
      viewBox={`0 0 ${scene.width} ${scene.height}`}
      style={{ fontFamily: fontStacks[scene.family ?? 'arial'] }}
      aria-hidden="true"
    >
      {scene.items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the items have no identity; their order is all.
        <SceneItemSvg key={index} item={item} />
      ))}
    </svg>
  );
});

function SceneItemSvg({ item }: { readonly item: SceneItem }) {
  return (
    <>
      <OutlineSvg item={item} />
      {toItemLines(item).map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity either.
        <TextSvg key={index} line={line} />
      ))}
    </>
  );
}

function OutlineSvg({ item }: { readonly item: SceneItem }) {
  switch (item.kind) {
    case 'cell': {
      const { x, y, width, height, fill, strokeWidth } = item;
      if (!fill && strokeWidth === 0) return null;
      const className = fill ? `sceneCell scene-${fill}` : 'sceneCell';
      return <rect className={className} {...{ x, y, width, height, strokeWidth }} />;
    }
    case 'shape':
      return <ShapeSvg item={item} />;
    case 'polyline':
      return <LineSvg item={item} />;
    case 'text':
      return null;
    case 'picture': {
      const { x, y, width, height, href } = item;
      return <image {...{ x, y, width, height, href }} />;
    }
  }
}

function ShapeSvg({ item }: { readonly item: SceneShape }) {
  const { form, x, y, width, height, strokeWidth } = item;
  if (form === 'capsule')
    return (
      <rect className="sceneShape" {...{ x, y, width, height, strokeWidth }} rx={height / 2} />
    );
  const points = toPoints(toCorners(form, item));
  return <polygon className="sceneShape" points={points} strokeWidth={strokeWidth} />;
}

function LineSvg({ item }: { readonly item: ScenePolyline }) {
  const { points, head, strokeWidth } = item;
  const arrow = head ? toArrow(points, strokeWidth) : undefined;
  const shaft = toPoints(arrow?.shaft ?? points);
  return (
    <>
      <polyline className="sceneLine" points={shaft} strokeWidth={strokeWidth} />
      {arrow && <polygon className="scene-ink" points={toPoints(arrow.head)} />}
    </>
  );
}

type AnyLine = TextLine & Pick<SceneText, 'color' | 'rotate'>;

function TextSvg({ line }: { readonly line: AnyLine }) {
  const { text, x, y, size, weight, anchor, color = 'ink', rotate } = line;
  return (
    <text
      className={`scene-${color}`}
      x={x}
      y={y}
      fontSize={size}
      {...(weight === 'bold' && { fontWeight: 700 })}
      {...(anchor !== 'start' && { textAnchor: anchor })}
      {...(rotate !== undefined && { transform: `rotate(${rotate} ${x} ${y})` })}
    >
      {text}
    </text>
  );
}

function toPoints(points: readonly Point[]): string {
  return points.map((point) => point.join(',')).join(' ');
}
