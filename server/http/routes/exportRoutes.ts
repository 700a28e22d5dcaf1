import type { App, HttpParts } from '#server/http/parts.ts';
export function addExportRoutes(_app: App, _parts: HttpParts): void {}
