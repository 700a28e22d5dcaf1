import { notifications } from '@mantine/notifications';
import { ValueStore } from '#session/valueStore.ts';
import { ExportProgress, type PagesDone } from './ExportProgress.tsx';

/** What takes less time is done before anybody could read about it, in ms. */
const patienceMs = 1000;

interface ProgressOptions {
  readonly title: string;
  readonly onCancel: () => void;
}

interface OpenProgress {
  readonly onPage: (doneCount: number, pageCount: number) => void;
  readonly close: () => void;
}

/** A calm notice for whatever takes longer than a second, with a way to stop it. */
export function openProgress({ title, onCancel }: ProgressOptions): OpenProgress {
  const pages = new ValueStore<PagesDone | undefined>(undefined);
  let id: string | undefined;
  const timer = setTimeout(() => {
    id = notifications.show({
      title,
      message: <ExportProgress pages={pages} onCancel={onCancel} />,
      autoClose: false,
      withCloseButton: false,
    });
  }, patienceMs);
  return {
    onPage: (doneCount, pageCount) => pages.set({ doneCount, pageCount }),
    close: () => {
      clearTimeout(timer);
      if (id) notifications.hide(id);
    },
  };
}
