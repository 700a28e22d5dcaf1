import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { SuggestionsDocument } from '#document/suggestionsDocument.ts';
import { canSuggest, type Role } from '#protocol/roles.ts';
import { toSuggestionsCopyName } from './deviceCopies.ts';
import type { DeviceCopy } from './deviceCopy.ts';
import { keepCopy } from './keepCopy.ts';
import { openSoon } from './openSoon.ts';
import { ServerLink } from './serverLink.ts';
import { toSyncUrl } from './syncUrl.ts';
import { watchPage } from './watchPage.ts';

export interface SuggestionsLinkOptions {
  readonly procedureId: string;
  readonly user: { readonly id: string };
  readonly role: Role;
  readonly baseUrl: string;
  readonly WebSocket: typeof WebSocket;
  readonly openCopy: (name: string, doc: Y.Doc) => DeviceCopy | undefined;
  readonly random: () => number;
  /** Called after every change of the document, the connection or the role. */
  readonly onChange: () => void;
}

/** One document of suggestions, with its connection and its copy on this device. */
export interface SuggestionsLink {
  readonly document: SuggestionsDocument;
  readonly server: ServerLink;
  close(): void;
}

export function openSuggestionsLink(options: SuggestionsLinkOptions): SuggestionsLink {
  const { procedureId, user, role, baseUrl, random, onChange } = options;
  const doc = new Y.Doc();
  const document = new SuggestionsDocument(doc, random);
  const awareness = new Awareness(doc);
  // Who is there the procedure's own connection says.
  awareness.setLocalState(null);
  const server = new ServerLink({
    doc,
    awareness,
    url: toSyncUrl(baseUrl),
    procedureId,
    kind: 'suggestions',
    mayWrite: canSuggest,
    role,
    WebSocket: options.WebSocket,
    random,
  });
  const name = toSuggestionsCopyName(user.id, procedureId);
  const copy = keepCopy({ name, doc, server, openCopy: options.openCopy });
  const page = watchPage(server);
  const note = (): void => {
    copy.noteUnsent(document.unsentCount);
    onChange();
  };
  const stops = [
    document.subscribe(note),
    server.state.subscribe(onChange),
    server.role.subscribe(onChange),
    openSoon(copy, () => server.open()),
  ];
  return {
    document,
    server,
    close: () => {
      for (const stop of stops) stop();
      page.close();
      server.close();
      copy.close();
      document.close();
      awareness.destroy();
      doc.destroy();
    },
  };
}
