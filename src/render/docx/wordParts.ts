import type { TypeFamily } from '#core/layout/text/widthTable.ts';
import type { Procedure } from '#core/model/procedure.ts';
import {
  type DocumentProperties,
  propertyTypes,
  toContentTypes,
  toPropertyParts,
  toRelationships,
} from '#render/office/officePackage.ts';
import type { Parts } from '#render/office/zipParts.ts';
import { embeddedTypes, toEmbeddedParts } from './embeddedProcedure.ts';
import { settingsPart, toStylesPart } from './styleParts.ts';
import type { TextStyles } from './textStyles.ts';

/** What a Word file is put together from; parts as XML. */
export interface WordFile extends DocumentProperties {
  readonly document: string;
  /** Linked as `rIdHeader1` and on. */
  readonly headers: readonly string[];
  readonly numbering: string;
  /** PNG files, linked as `rIdPicture1` and on. */
  readonly pictures: readonly Uint8Array[];
  readonly family: TypeFamily;
  readonly styles: TextStyles;
  readonly procedure?: Procedure;
}

/** All parts of the file, in the order in which they are stored. */
export function toWordParts(file: WordFile): Parts {
  const { document, headers, numbering, pictures, family, styles, procedure } = file;
  return {
    '[Content_Types].xml': toTypes(file),
    ...toPropertyParts('word/document.xml', file),
    'word/document.xml': document,
    'word/_rels/document.xml.rels': toDocumentLinks(file),
    'word/styles.xml': toStylesPart(family, styles),
    'word/settings.xml': settingsPart,
    'word/numbering.xml': numbering,
    ...Object.fromEntries(headers.map((xml, index) => [`word/header${index + 1}.xml`, xml])),
    ...Object.fromEntries(pictures.map((png, index) => [`word/media/image${index + 1}.png`, png])),
    ...(procedure ? toEmbeddedParts(procedure) : {}),
  };
}

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

function toTypes({ headers, procedure }: WordFile): string {
  return toContentTypes(
    {
      'word/document.xml': `${wordType}.document.main+xml`,
      'word/styles.xml': `${wordType}.styles+xml`,
      'word/settings.xml': `${wordType}.settings+xml`,
      'word/numbering.xml': `${wordType}.numbering+xml`,
      ...Object.fromEntries(
        headers.map((_, index) => [`word/header${index + 1}.xml`, `${wordType}.header+xml`]),
      ),
      ...propertyTypes,
      ...(procedure ? embeddedTypes : {}),
    },
    { png: 'image/png' },
  );
}

function toDocumentLinks({ headers, pictures, procedure }: WordFile): string {
  return toRelationships([
    { id: 'rIdStyles', type: 'styles', target: 'styles.xml' },
    { id: 'rIdSettings', type: 'settings', target: 'settings.xml' },
    { id: 'rIdNumbering', type: 'numbering', target: 'numbering.xml' },
    ...headers.map((_, index) => ({
      id: `rIdHeader${index + 1}`,
      type: 'header',
      target: `header${index + 1}.xml`,
    })),
    ...pictures.map((_, index) => ({
      id: `rIdPicture${index + 1}`,
      type: 'image',
      target: `media/image${index + 1}.png`,
    })),
    ...(procedure
      ? [{ id: 'rIdProcedure', type: 'customXml', target: '../customXml/item1.xml' }]
      : []),
  ]);
}
