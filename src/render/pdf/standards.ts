import { toSrgbProfile } from './srgbProfile.ts';

/** What a PDF shall be beside readable for everybody: one for the archive (PDF/A-2a). */
export type PdfProfile = 'pdf-a';

/** Says in the file's metadata which standards it keeps, and gives an archive what it asks for. */
export function declareStandards(
  document: PDFKit.PDFDocument,
  title: string,
  profile: PdfProfile | undefined,
): void {
  const append = document.appendXML.bind(document);
  // pdfkit writes the title into the XML as it is.
  document.appendXML = (xml, newLine) =>
    append(
      xml.replace(`>${title}<`, () => `>${escapeXml(title)}<`),
      newLine,
    );
  append(accessible);
  if (profile !== 'pdf-a') return;
  append(archivable);
  append(ownSchema);
  addColorSpace(document);
}

const accessible = `
<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>`;

const archivable = `
<rdf:Description xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" rdf:about="">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>`;

/** PDF/A knows the words of XMP but not those of PDF/UA, and wants such words explained. */
const ownSchema = `
<rdf:Description xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#" rdf:about="">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file keeps</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;

/** What our red, green and blue mean. pdfkit would read its own profile from the disk. */
function addColorSpace(document: PDFKit.PDFDocument): void {
  const profile = document.ref({ N: 3 });
  profile.end(toSrgbProfile());
  // pdfkit takes a plain string for a name.
  const name = new String('sRGB IEC61966-2.1');
  // Within the catalog, which needs no object of its own for it.
  const intent = {
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    Info: name,
    OutputConditionIdentifier: name,
    DestOutputProfile: profile,
  };
  document._root.data.OutputIntents = [intent];
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
