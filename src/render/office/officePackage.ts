import { escapeXml, xmlHead } from './xml.ts';
import type { Parts } from './zipParts.ts';

/** A link from one part to another; `type` is its last word, or a whole URI. */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

const officeTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A `.rels` part. */
export function toRelationships(links: readonly Relationship[]): string {
  const each = links.map(({ id, type, target }) => {
    const uri = type.includes(':') ? type : `${officeTypes}/${type}`;
    return `<Relationship Id="${id}" Type="${uri}" Target="${escapeXml(target)}"/>`;
  });
  const space = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return `${xmlHead}<Relationships xmlns="${space}">${each.join('')}</Relationships>`;
}

/** `[Content_Types].xml`: types by part name and by ending, `rels` and `xml` included. */
export function toContentTypes(
  parts: Readonly<Record<string, string>>,
  endings: Readonly<Record<string, string>> = {},
): string {
  const known = {
    rels: 'application/vnd.openxmlformats-package.relationships+xml',
    xml: 'application/xml',
    ...endings,
  };
  const defaults = Object.entries(known).map(
    ([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`,
  );
  const overrides = Object.entries(parts).map(
    ([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`,
  );
  const space = 'http://schemas.openxmlformats.org/package/2006/content-types';
  return `${xmlHead}<Types xmlns="${space}">${defaults.join('')}${overrides.join('')}</Types>`;
}

export interface DocumentProperties {
  readonly title: string;
  /** Left out when absent, so that the same pages give the same bytes. */
  readonly createdAt?: Date;
}

export const propertyTypes = {
  'docProps/core.xml': 'application/vnd.openxmlformats-package.core-properties+xml',
  'docProps/app.xml': 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
} as const;

/** The parts that say what the file is called, and the package's own `.rels`. */
export function toPropertyParts(mainPart: string, { title, createdAt }: DocumentProperties): Parts {
  const date = createdAt?.toISOString().replace(/\.\d+/, '');
  const stamp = (name: string) =>
    date ? `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}</dcterms:${name}>` : '';
  const core = [
    `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"`,
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>Alur</dc:creator>`,
    `<dc:language>id-ID</dc:language>${stamp('created')}${stamp('modified')}</cp:coreProperties>`,
  ];
  const appSpace = 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties';
  return {
    '_rels/.rels': toRelationships([
      { id: 'rId1', type: 'officeDocument', target: mainPart },
      { id: 'rId2', type: corePropertiesLink, target: 'docProps/core.xml' },
      { id: 'rId3', type: 'extended-properties', target: 'docProps/app.xml' },
    ]),
    'docProps/core.xml': core.join(''),
    'docProps/app.xml': `${xmlHead}<Properties xmlns="${appSpace}"><Application>Alur</Application></Properties>`,
  };
}

const corePropertiesLink =
  'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';
