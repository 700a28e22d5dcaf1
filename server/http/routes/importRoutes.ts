import type { App, HttpParts } from '#server/http/parts.ts';
export function addImportRoutes(_app: App, _parts: HttpParts): void {}
