import { type DragEvent, useState } from 'react';

export interface FileTarget {
  /** A file is held over it. */
  readonly isOver: boolean;
  readonly events: {
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: () => void;
    readonly onDrop: (event: DragEvent) => void;
  };
}

/** Makes an element a place where a file can be dropped; without a callback it takes none. */
export function useFileTarget(onDrop: ((file: File) => void) | undefined): FileTarget {
  const [isOver, setOver] = useState(false);
  return {
    isOver: isOver && onDrop !== undefined,
    events: {
      onDragOver: (event) => {
        if (!onDrop || !event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop: (event) => {
        const [file] = event.dataTransfer.files;
        setOver(false);
        if (!onDrop || !file) return;
        event.preventDefault();
        event.stopPropagation();
        onDrop(file);
      },
    },
  };
}
