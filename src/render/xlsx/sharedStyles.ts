import type ExcelJS from 'exceljs';

type Style = Partial<ExcelJS.Style>;

/** Gives equal styles as one object, which the library then writes down only once. */
export class SharedStyles {
  readonly #known = new Map<string, Style>();

  share(style: Style): Style {
    const key = JSON.stringify(style);
    const known = this.#known.get(key);
    if (known) return known;
    this.#known.set(key, style);
    return style;
  }
}
