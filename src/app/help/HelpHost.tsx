import { type ReactNode, Suspense, useEffect, useMemo, useState } from 'react';
import { later } from '#ui/later.ts';
import { HelpContext } from './helpContext.ts';

const HelpDialog = later(() => import('./HelpDialog.tsx').then((file) => file.HelpDialog));

export interface HelpHostProps {
  readonly children: ReactNode;
}

/** Gives help on every page: by F1, and to whatever offers it. */
export function HelpHost({ children }: HelpHostProps) {
  const [isOpen, setOpen] = useState(false);
  const [isTouring, setTouring] = useState(false);
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (event.key !== 'F1' || event.defaultPrevented) return;
      event.preventDefault();
      setOpen(true);
    }
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  const help = useMemo(
    () => ({ openHelp: () => setOpen(true), isTouring, setTouring }),
    [isTouring],
  );
  return (
    <HelpContext value={help}>
      {children}
      <Suspense>{isOpen && <HelpDialog onClose={() => setOpen(false)} />}</Suspense>
    </HelpContext>
  );
}
