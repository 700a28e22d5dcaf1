import { memo } from 'react';
import type { Scene, SceneItem } from '#core/export/scene.ts';
import { toHead, toPoints, toShapePath } from './scenePaths.ts';

interface SceneSvgProps {
  readonly scene: Scene;
}

/** A page as it is printed. Everything on it is said by the cells over it. */
export const SceneSvg = memo(function SceneSvg({ scene }: SceneSvgProps) {
  return (
    <svg className="tableScene" viewBox={`0 0 ${scene.width} ${scene.height}`} aria-hidden="true">
      {scene.items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the items have no identity; their order is all.
        <SceneItemSvg key={index} item={item} />
      ))}
    </svg>
  );
});

function SceneItemSvg({ item }: { readonly item: SceneItem }) {
  switch (item.kind) {
    case 'cell': {
      const { x, y, width, height, fill, strokeWidth } = item;
      const className = fill ? `sceneCell scene-${fill}` : 'sceneCell';
      return <rect className={className} {...{ x, y, width, height, strokeWidth }} />;
    }
    case 'shape':
      return (
        <path
          className="sceneShape"
          d={toShapePath(item.form, item)}
          strokeWidth={item.strokeWidth}
        />
      );
    case 'polyline':
      return (
        <>
          <polyline
            className="sceneLine"
            points={toPoints(item.points)}
            strokeWidth={item.strokeWidth}
          />
          {item.head && <polygon className="sceneHead" points={toPoints(toHead(item.points))} />}
        </>
      );
    case 'text': {
      const { x, y, size, weight, anchor, text } = item;
      return (
        <text
          x={x}
          y={y}
          fontSize={size}
          {...(weight === 'bold' && { fontWeight: 700 })}
          {...(anchor !== 'start' && { textAnchor: anchor })}
        >
          {text}
        </text>
      );
    }
  }
}
