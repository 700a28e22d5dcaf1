import { useEffect } from 'react';
import { useFiles } from './export/filesContext.ts';

/** Ctrl+P prints the document, not the page that shows it. */
export function usePrintKey(): void {
  const { print } = useFiles();
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      const isPrint = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!isPrint || event.key.toLowerCase() !== 'p') return;
      event.preventDefault();
      if (!event.repeat) void print();
    }
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [print]);
}
