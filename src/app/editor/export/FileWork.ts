import { notifications } from '@mantine/notifications';
import type { TFunction } from 'i18next';
import { saveFile } from '#app/editor/saveFile.ts';
import type { Scene } from '#core/export/scene.ts';
import { toPageSettings } from '#core/layout/settings.ts';
import type { ExportedFile } from '#render/exportedFile.ts';
import type { ExportChoice, ExportFormat } from '#render/exportProcedure.ts';
import type { Session } from '#session/session.ts';
import { canCopyPictures, copyPicture } from './copyPicture.ts';
import { ExportFailure, ExportThread } from './ExportThread.ts';
import { openProgress } from './openProgress.tsx';
import { PdfPrinter } from './PdfPrinter.ts';

interface FileWorkParts {
  readonly procedure: Session['procedure'];
  /** The texts in the language of now. */
  readonly texts: () => TFunction<'files'>;
}

/** Pixels a pt of a copied picture: sharp in print. */
const copyScale = 3;

/** The ways out of the editor, with what a person is told about each. */
export class FileWork {
  readonly #parts: FileWorkParts;
  readonly #thread = new ExportThread();
  readonly #printer = new PdfPrinter();

  constructor(parts: FileWorkParts) {
    this.#parts = parts;
  }

  /** Loads what files need, to be ready when the network is not. */
  warm(): void {
    const { settings } = this.#parts.procedure.get();
    this.#thread.warm(toPageSettings(settings).typeFamily);
    void import('#core/export/canvasScene.ts').catch(() => undefined);
  }

  download(format: ExportFormat, choice: ExportChoice): Promise<void> {
    return this.#try(async (t) => {
      const { bytes, mimeType, fileName } = await this.#write(format, choice);
      saveFile(toBlob(bytes, mimeType), fileName);
      notifications.show({ message: t('done', { name: fileName }) });
    });
  }

  print(choice: ExportChoice): Promise<void> {
    return this.#try(async (t) => {
      const { bytes, mimeType, fileName } = await this.#write('pdf', choice);
      const pdf = toBlob(bytes, mimeType);
      if (await this.#printer.print(pdf)) return;
      saveFile(pdf, fileName);
      notifications.show({ message: t('printSaved', { name: fileName }) });
    });
  }

  copyPicture(scene: Scene): Promise<void> {
    return this.#try(async (t) => {
      const picture = this.#thread.drawPicture({ scene, options: { scale: copyScale } });
      if (canCopyPictures()) {
        await copyPicture(picture);
        notifications.show({ message: t('copied') });
        return;
      }
      saveFile(toBlob((await picture).png, 'image/png'), `${t('picture')}.png`);
      notifications.show({ message: t('copySaved'), autoClose: 8000 });
    });
  }

  close(): void {
    this.#thread.stop();
    this.#printer.close();
  }

  async #write(format: ExportFormat, choice: ExportChoice): Promise<ExportedFile> {
    const t = this.#parts.texts();
    const progress = openProgress({
      title: t('preparing', { format: t(`name.${format}`) }),
      onCancel: () => this.#thread.stop(),
    });
    try {
      const order = { procedure: this.#parts.procedure.get(), format, choice };
      const result = await this.#thread.writeFile(order, progress.onPage);
      if (!result.ok) throw new RangeError(`No page ${choice.page} of ${result.pageCount}`);
      return result.file;
    } finally {
      progress.close();
    }
  }

  /** A failure is said kindly; what a person stopped needs no words. */
  async #try(work: (t: TFunction<'files'>) => Promise<void>): Promise<void> {
    const t = this.#parts.texts();
    try {
      await work(t);
    } catch (error) {
      if (error instanceof ExportFailure && error.reason === 'cancelled') return;
      // Whatever broke it, the next try begins afresh.
      this.#thread.stop();
      const message = t(toFailureKey(error));
      notifications.show({ color: 'red', title: t('failed'), message, autoClose: 8000 });
    }
  }
}

function toFailureKey(error: unknown): 'notAllowed' | 'notLoaded' | 'broken' {
  if (error instanceof DOMException && error.name === 'NotAllowedError') return 'notAllowed';
  return navigator.onLine ? 'broken' : 'notLoaded';
}

function toBlob(bytes: Uint8Array, type: string): Blob {
  return new Blob([new Uint8Array(bytes)], { type });
}
