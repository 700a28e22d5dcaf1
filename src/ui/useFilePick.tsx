import { type ReactNode, useRef } from 'react';

interface FilePickOptions {
  readonly label: string;
  /** As the `accept` of a file field. */
  readonly accept: string;
  readonly onPick: (file: File) => void;
}

export interface FilePick {
  /** Opens the browser's file chooser. */
  readonly open: () => void;
  /** The hidden field behind it; it must be drawn somewhere. */
  readonly field: ReactNode;
}

/** A file chooser that any button or menu item can open. */
export function useFilePick({ label, accept, onPick }: FilePickOptions): FilePick {
  const ref = useRef<HTMLInputElement>(null);
  return {
    open: () => ref.current?.click(),
    field: (
      <input
        ref={ref}
        type="file"
        hidden
        aria-label={label}
        accept={accept}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // So that the same file can be chosen again.
          currentTarget.value = '';
          if (file) onPick(file);
        }}
      />
    ),
  };
}
