import * as Y from 'yjs';
import type { DeviceCopy } from '#session/deviceCopy.ts';

/** A device that outlives its sessions. */
export function copyIn(device: Map<string, Uint8Array[]>, counts: number[] = []) {
  return (name: string, doc: Y.Doc): DeviceCopy => {
    const updates = device.get(name) ?? [];
    device.set(name, updates);
    Y.transact(
      doc,
      () => {
        for (const update of updates) Y.applyUpdate(doc, update, device);
      },
      device,
      false,
    );
    const keep = (update: Uint8Array, origin: unknown) => {
      if (origin !== device) updates.push(update);
    };
    doc.on('update', keep);
    return {
      loaded: Promise.resolve(counts.at(-1) ?? 0),
      noteUnsent: (count) => void counts.push(count),
      flush: async () => {},
      close: () => doc.off('update', keep),
    };
  };
}
