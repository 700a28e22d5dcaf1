import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { EditHistory } from '#document/editHistory.ts';
import type { FormatMigration } from '#document/formatMigrations.ts';
import { ProcedureDocument } from '#document/procedureDocument.ts';
import type { Role } from '#protocol/roles.ts';
import { toCopyName } from './deviceCopies.ts';
import { type DeviceCopy, openDeviceCopy } from './deviceCopy.ts';
import { DocumentSession } from './documentSession.ts';
import { keepCopy } from './keepCopy.ts';
import { keepHistory } from './keptHistory.ts';
import { openSoon } from './openSoon.ts';
import { PresenceChannel } from './presenceChannel.ts';
import { ServerLink } from './serverLink.ts';
import type { Selection, Session } from './session.ts';
import { toSyncUrl } from './syncUrl.ts';
import { type Channel, openBroadcastChannel, TabChannel } from './tabChannel.ts';
import { findTabStorage, type TabStorage } from './tabHistories.ts';
import { TimeApart } from './timeApart.ts';
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
  /** By default the browser's `BroadcastChannel`; undefined joins no windows. */
  readonly openChannel?: (name: string) => Channel | undefined;
  /** By default the browser's `sessionStorage`; undefined forgets at a reload what was done last. */
  readonly findStorage?: () => TabStorage | undefined;
  readonly random?: () => number;
  /** The time in ms. */
  readonly now?: () => number;
  /** The version of the protocol that this page speaks; by default ours. */
  readonly protocol?: number;
  /** What brings documents of older formats up to date; by default all that there is. */
  readonly migrations?: readonly FormatMigration[];
}

/** Opens a procedure in this browser. It connects, and goes on connecting, until `close`. */
export function openSession(options: SessionOptions): Session {
  const { procedureId, role, user, baseUrl, random = Math.random, now = Date.now } = options;
  const doc = new Y.Doc();
  const document = new ProcedureDocument(doc, random, options.migrations);
  const history = new EditHistory<Selection>(document);
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
    protocol: options.protocol,
  });
  const kept = keepHistory({
    userId: user.id,
    procedureId,
    doc,
    history,
    server,
    storage: (options.findStorage ?? findTabStorage)(),
    now,
  });
  const name = toCopyName(user.id, procedureId);
  const copy = keepCopy({ name, doc, server, openCopy: options.openCopy ?? openDeviceCopy });
  kept.settleAfter(copy.loaded);
  const openChannel = options.openChannel ?? openBroadcastChannel;
  const tabs = new TabChannel({ name, doc, server, openChannel });
  const apart = new TimeApart({ document, history, server, copy, now });
  const page = watchPage(server);
  const stopWatchingFormat = document.subscribe(() => {
    if (!document.isReadable) server.refuse('newer-format');
  });
  const open = (): void => {
    tabs.open();
    server.open();
  };
  const stopWaiting = openSoon(copy, open, { isNeeded: kept.isResuming });

  const close = (): void => {
    stopWaiting();
    stopWatchingFormat();
    page.close();
    kept.close();
    apart.close();
    tabs.close();
    presence.close();
    server.close();
    copy.close();
    awareness.destroy();
    doc.destroy();
  };
  return new DocumentSession({
    procedureId,
    document,
    history,
    link: {
      role: server.role,
      hasUnsentEdits: server.hasUnsentEdits,
      connection: server.state,
      merged: apart.merged,
      peers: presence.peers,
      sendPresence: (change) => presence.change(change),
      prepareReload: async () => {
        if (await copy.flush()) page.stopAsking();
      },
      close,
    },
  });
}
