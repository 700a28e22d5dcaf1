import type * as Y from 'yjs';
import { canEdit } from '#protocol/roles.ts';
import type { DeviceCopy } from './deviceCopy.ts';
import type { ServerLink } from './serverLink.ts';

export interface KeepCopyOptions {
  readonly name: string;
  readonly doc: Y.Doc;
  readonly server: ServerLink;
  readonly openCopy: (name: string, doc: Y.Doc) => DeviceCopy | undefined;
}

/** A copy on this device for as long as I may edit. */
export interface KeptCopy {
  /** Undefined for readers, who have nothing to keep, and must not see what a former editor's device has. */
  readonly loaded: Promise<unknown> | undefined;
  close(): void;
}

export function keepCopy({ name, doc, server, openCopy }: KeepCopyOptions): KeptCopy {
  let copy: DeviceCopy | undefined;
  const followRole = (): void => {
    if (canEdit(server.role.get())) copy ??= openCopy(name, doc);
    else close();
  };
  const noteUnsent = (): void => {
    const state = server.state.get();
    if (server.hasUnsentEdits.get()) copy?.noteUnsent(true);
    else if (state.status === 'online' && state.saved) copy?.noteUnsent(false);
  };
  const close = (): void => {
    copy?.close();
    copy = undefined;
  };
  followRole();
  const loaded = copy?.loaded;
  const stops = [
    server.role.subscribe(followRole),
    server.hasUnsentEdits.subscribe(noteUnsent),
    server.state.subscribe(noteUnsent),
  ];
  return {
    loaded,
    close: () => {
      for (const stop of stops) stop();
      close();
    },
  };
}
