import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { ProcedureDocument } from '#document/procedureDocument.ts';
import type { Role } from '#protocol/roles.ts';
import { toCopyName } from './deviceCopies.ts';
import { type DeviceCopy, openDeviceCopy } from './deviceCopy.ts';
import { DocumentSession } from './documentSession.ts';
import { type KeptCopy, keepCopy } from './keepCopy.ts';
import { PresenceChannel } from './presenceChannel.ts';
import { ServerLink } from './serverLink.ts';
import type { Session } from './session.ts';
import { watchPage } from './watchPage.ts';

export interface SessionOptions {
  readonly procedureId: string;
  /** As the page knows it; the server says when it changes. */
  readonly role: Role;
  /** `id` keeps the copies of several accounts in one browser apart. */
  readonly user: { readonly id: string; readonly name: string; readonly color: string };
  /** Where the server is: `https://sop.kpu.go.id`. */
  readonly baseUrl: string;
  /** By default the browser's. */
  readonly WebSocket?: typeof WebSocket;
  /** By default the browser's IndexedDB; undefined keeps nothing. */
  readonly openCopy?: (name: string, doc: Y.Doc) => DeviceCopy | undefined;
  readonly random?: () => number;
}

/** How long the device's own copy may delay the first contact with the server, in ms. */
const COPY_PATIENCE_MS = 500;

/** Opens a procedure in this browser. It connects, and goes on connecting, until `close`. */
export function openSession(options: SessionOptions): Session {
  const { procedureId, role, user, baseUrl, random = Math.random } = options;
  const doc = new Y.Doc();
  const document = new ProcedureDocument(doc, random);
  const awareness = new Awareness(doc);
  const presence = new PresenceChannel(awareness, user);
  const server = new ServerLink({
    doc,
    awareness,
    url: toSyncUrl(baseUrl),
    procedureId,
    role,
    WebSocket: options.WebSocket ?? WebSocket,
    random,
  });
  const openCopy = options.openCopy ?? openDeviceCopy;
  const copy = keepCopy({ name: toCopyName(user.id, procedureId), doc, server, openCopy });
  const stopWatchingPage = watchPage(server);
  const stopWatchingFormat = document.subscribe(() => {
    if (!document.isReadable) server.refuse('broken');
  });
  const stopWaiting = openSoon(server, copy);

  const close = (): void => {
    stopWaiting();
    stopWatchingFormat();
    stopWatchingPage();
    presence.close();
    server.close();
    copy.close();
    awareness.destroy();
    doc.destroy();
  };
  return new DocumentSession({
    procedureId,
    document,
    link: {
      role: server.role,
      hasUnsentEdits: server.hasUnsentEdits,
      connection: server.state,
      peers: presence.peers,
      sendPresence: (change) => presence.change(change),
      close,
    },
  });
}

/** Connects once the device's copy is there, so that the server sends only what it lacks. */
function openSoon(server: ServerLink, { loaded }: KeptCopy): () => void {
  let isWaiting = true;
  const open = (): void => {
    if (isWaiting) server.open();
    stop();
  };
  const timer = setTimeout(open, loaded === undefined ? 0 : COPY_PATIENCE_MS);
  const stop = (): void => {
    isWaiting = false;
    clearTimeout(timer);
  };
  // Without its copy a document only comes from the server.
  loaded?.then(open, open);
  return stop;
}

/** `https://host` → `wss://host/sync`. */
function toSyncUrl(baseUrl: string): string {
  const url = new URL('/sync', baseUrl);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}
