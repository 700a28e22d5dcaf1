import type * as Y from 'yjs';
import type { FormatMigration } from '#document/formatMigrations.ts';
import type { RoomKind } from '#protocol/sync.ts';
import { ProcedureContent } from './procedureContent.ts';
import { SuggestionsContent, type SuggestionsParts } from './suggestionsContent.ts';

/** What a document is about, told apart by `kind`. */
export type RoomContent = ProcedureContent | SuggestionsContent;

export interface ContentParts {
  readonly suggestions: SuggestionsParts;
  /** What brings procedures of older formats up to date. */
  readonly migrations: readonly FormatMigration[];
}

/** The content of a room of this kind. A new kind is one more line here, and in `#protocol/sync.ts`. */
export function openContent(kind: RoomKind, doc: Y.Doc, parts: ContentParts): RoomContent {
  switch (kind) {
    case 'procedure':
      return new ProcedureContent(doc, parts.migrations);
    case 'suggestions':
      return new SuggestionsContent(doc, parts.suggestions);
  }
}
