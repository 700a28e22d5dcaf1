import { toTwips } from '#render/office/units.ts';
import { xmlHead } from '#render/office/xml.ts';
import { wordSpaces } from './wordXml.ts';

export interface ListPlace {
  /** Number of the first entry. */
  readonly start: number;
  /** From the cell's text edge to the entries' text, and back to the number, in pt. */
  readonly indent: number;
  readonly hanging: number;
}

/** The numbered lists of one document: Word counts them itself when somebody adds an entry. */
export class Numbering {
  readonly #shapes: string[] = [];
  readonly #lists: { readonly shape: number; readonly start: number }[] = [];

  /** Id of a new list, for `w:numId`. */
  add({ start, indent, hanging }: ListPlace): number {
    const place = `w:left="${toTwips(indent)}" w:hanging="${toTwips(hanging)}"`;
    if (!this.#shapes.includes(place)) this.#shapes.push(place);
    this.#lists.push({ shape: this.#shapes.indexOf(place), start });
    return this.#lists.length;
  }

  /** `word/numbering.xml`. */
  toXml(): string {
    const shapes = this.#shapes.map((place, id) =>
      [
        `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="singleLevel"/>`,
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="tab"/>',
        `<w:lvlText w:val="%1."/><w:lvlJc w:val="left"/><w:pPr><w:ind ${place}/></w:pPr></w:lvl>`,
        '</w:abstractNum>',
      ].join(''),
    );
    const lists = this.#lists.map(({ shape, start }, index) =>
      [
        `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="${shape}"/>`,
        `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${start}"/></w:lvlOverride></w:num>`,
      ].join(''),
    );
    return `${xmlHead}<w:numbering ${wordSpaces}>${shapes.join('')}${lists.join('')}</w:numbering>`;
  }
}
