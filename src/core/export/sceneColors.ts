import type { SceneColor } from './scene.ts';

/** What every renderer paints with. */
export const sceneColors: Readonly<Record<SceneColor, string>> = {
  ink: '#000000',
  paper: '#ffffff',
  header: '#e8e8e8',
  mark: '#efefef',
};
