import { useEffect } from 'react';

/** Names the browser tab: "Daftar SOP · Alur". */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Alur`;
  }, [title]);
}
