import { notifications } from '@mantine/notifications';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#session/react/hooks.ts';
import type { FileWork } from './FileWork.ts';
import { type Files, FilesContext } from './filesContext.ts';
import { whenIdle } from './whenIdle.ts';

interface FilesProviderProps {
  readonly children: ReactNode;
}

/** Gives the editor its files. They are written in this browser, with every edit that it has. */
export function FilesProvider({ children }: FilesProviderProps) {
  const openWork = useFileWork();
  const { isBusy, run } = useRun(openWork);
  const actions = useMemo(
    (): Omit<Files, 'isBusy'> => ({
      download: (format, choice = {}) => run((work) => work.download(format, choice)),
      copyPicture: (scene) => run((work) => work.copyPicture(scene)),
      print: (choice = {}) => run((work) => work.print(choice)),
    }),
    [run],
  );
  const files = useMemo(() => ({ ...actions, isBusy }), [actions, isBusy]);
  return <FilesContext value={files}>{children}</FilesContext>;
}

type OpenWork = () => Promise<FileWork>;

/** What writes files comes when the first one is wanted, or when the browser has nothing else to do. */
function useFileWork(): OpenWork {
  const { procedure } = useSession();
  const { t } = useTranslation('files');
  const texts = useRef(t);
  texts.current = t;
  const { open, close } = useMemo(() => {
    let opened: Promise<FileWork> | undefined;
    return {
      open: () => {
        opened ??= import('./FileWork.ts').then(
          (file) => new file.FileWork({ procedure, texts: () => texts.current }),
        );
        opened.catch(() => {
          opened = undefined;
        });
        return opened;
      },
      close: () => void opened?.then((work) => work.close()),
    };
  }, [procedure]);
  useEffect(() => {
    const stay = whenIdle(() => void open().then((work) => work.warm(), ignore));
    return () => {
      stay();
      close();
    };
  }, [open, close]);
  return open;
}

/** Not there yet: whoever wants a file tries again and is told. */
function ignore(): void {}

/** Knows whether something is under way, and says when there is nothing to do it with. */
function useRun(openWork: OpenWork) {
  const { t } = useTranslation('files');
  const [runCount, setRunCount] = useState(0);
  const run = useMemo(
    () =>
      async (task: (work: FileWork) => Promise<void>): Promise<void> => {
        setRunCount((count) => count + 1);
        try {
          await task(await openWork());
        } catch {
          notifications.show({ color: 'red', title: t('failed'), message: t('notLoaded') });
        } finally {
          setRunCount((count) => count - 1);
        }
      },
    [openWork, t],
  );
  return { isBusy: runCount > 0, run };
}
