import type * as Y from 'yjs';
import type { DeviceCopy } from './deviceCopy.ts';
import type { ServerLink } from './serverLink.ts';

export interface KeepCopyOptions {
  readonly name: string;
  readonly doc: Y.Doc;
  readonly server: ServerLink;
  readonly openCopy: (name: string, doc: Y.Doc) => DeviceCopy | undefined;
}

/** A copy on this device for as long as I may write. */
export interface KeptCopy {
  /** Undefined for readers, who have nothing to keep, and must not see what a former editor's device has. */
  readonly loaded: Promise<number> | undefined;
  noteUnsent(count: number): void;
  /** Resolves with whether the device has everything that the document has now. */
  flush(): Promise<boolean>;
  close(): void;
}

export function keepCopy({ name, doc, server, openCopy }: KeepCopyOptions): KeptCopy {
  let copy: DeviceCopy | undefined;
  const followServer = (): void => {
    if (server.isWriter && server.state.get().status !== 'refused') copy ??= openCopy(name, doc);
    else close();
  };
  const close = (): void => {
    copy?.close();
    copy = undefined;
  };
  followServer();
  const { loaded } = copy ?? {};
  const stops = [server.role.subscribe(followServer), server.state.subscribe(followServer)];
  return {
    loaded,
    noteUnsent: (count) => copy?.noteUnsent(count),
    flush: async () => {
      await copy?.flush();
      return copy !== undefined;
    },
    close: () => {
      for (const stop of stops) stop();
      close();
    },
  };
}
