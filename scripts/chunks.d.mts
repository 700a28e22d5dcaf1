import type { Rolldown } from 'vite';

/** How the modules of the application are put into files. */
export const chunkGroups: Rolldown.CodeSplittingGroup[];
