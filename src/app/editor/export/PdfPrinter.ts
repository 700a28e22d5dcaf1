/** Prints PDFs in a hidden frame, which stays as long as the print dialog may still read it. */
export class PdfPrinter {
  #frame: HTMLIFrameElement | undefined;
  #url: string | undefined;

  /** Resolves when the print dialog was opened; false where this browser shows no PDF in a page. */
  async print(pdf: Blob): Promise<boolean> {
    if (!navigator.pdfViewerEnabled) return false;
    this.close();
    this.#url = URL.createObjectURL(pdf);
    const frame = document.createElement('iframe');
    this.#frame = frame;
    // Not `hidden`: browsers print only what is laid out.
    frame.style.cssText = 'position:fixed;left:-9999px;width:800px;height:600px;border:0';
    frame.setAttribute('aria-hidden', 'true');
    frame.tabIndex = -1;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    frame.src = this.#url;
    document.body.append(frame);
    await loaded;
    return openDialog(frame);
  }

  close(): void {
    this.#frame?.remove();
    this.#frame = undefined;
    if (this.#url) URL.revokeObjectURL(this.#url);
    this.#url = undefined;
  }
}

function openDialog({ contentWindow }: HTMLIFrameElement): boolean {
  try {
    contentWindow?.print();
    return contentWindow !== null;
  } catch {
    // Some versions of Firefox keep their PDF viewer to themselves.
    return false;
  }
}
