import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { ProcedureDocument } from '#document/procedureDocument.ts';
import { canEdit, type Role } from '#protocol/roles.ts';
import { type DeviceCopy, openDeviceCopy } from './deviceCopy.ts';
import { DocumentSession } from './documentSession.ts';
import { PresenceChannel } from './presenceChannel.ts';
import { ServerLink } from './serverLink.ts';
import type { Session } from './session.ts';
import { watchPage } from './watchPage.ts';

export interface SessionOptions {
  readonly procedureId: string;
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
  const isWriter = canEdit(role);
  const doc = new Y.Doc();
  const document = new ProcedureDocument(doc, random);
  const awareness = new Awareness(doc);
  const presence = new PresenceChannel(awareness, user);
  const server = new ServerLink({
    doc,
    awareness,
    url: toSyncUrl(baseUrl),
    procedureId,
    isWriter,
    WebSocket: options.WebSocket ?? WebSocket,
    random,
  });
  // A reader has nothing to keep, and must not see what only a former editor's device has.
  const openCopy = options.openCopy ?? openDeviceCopy;
  const copy = isWriter ? openCopy(`alur/${user.id}/${procedureId}`, doc) : undefined;
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
    copy?.close();
    awareness.destroy();
    doc.destroy();
  };
  return new DocumentSession({
    procedureId,
    role,
    document,
    link: {
      connection: server.state,
      peers: presence.peers,
      sendPresence: (change) => presence.change(change),
      close,
    },
  });
}

/** Connects once the device's copy is there, so that the server sends only what it lacks. */
function openSoon(server: ServerLink, copy: DeviceCopy | undefined): () => void {
  let isWaiting = true;
  const open = (): void => {
    if (isWaiting) server.open();
    stop();
  };
  const timer = setTimeout(open, copy ? COPY_PATIENCE_MS : 0);
  const stop = (): void => {
    isWaiting = false;
    clearTimeout(timer);
  };
  // Without its copy a document only comes from the server.
  copy?.loaded.then(open, open);
  return stop;
}

/** `https://host` → `wss://host/sync`. */
function toSyncUrl(baseUrl: string): string {
  const url = new URL('/sync', baseUrl);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}
