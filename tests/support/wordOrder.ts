import { findAll, type XmlElement } from './wordFile.ts';

/**
 * The order in which ECMA-376 part 1 wants the children of an element, as far as we write them. Word
 * calls a file with another order damaged.
 */
const orders: Readonly<Record<string, string>> = {
  'w:pPr': 'pStyle pageBreakBefore numPr tabs spacing ind jc sectPr',
  'w:rPr': 'rFonts b bCs noProof color w sz szCs rtl lang',
  'w:tblPr': 'tblW jc tblInd tblBorders tblLayout tblCellMar tblLook tblCaption tblDescription',
  'w:tblBorders': 'top left bottom right insideH insideV',
  'w:tblCellMar': 'top left bottom right',
  'w:tbl': 'tblPr tblGrid tr',
  'w:tr': 'trPr tc',
  'w:tc': 'tcPr p',
  'w:tcPr': 'tcW gridSpan vMerge tcBorders shd tcMar vAlign',
  'w:tcBorders': 'top left bottom right',
  'w:tcMar': 'top left bottom right',
  'w:sectPr': 'headerReference type pgSz pgMar pgNumType cols',
  'w:style': 'name basedOn uiPriority semiHidden qFormat pPr rPr tblPr',
  'w:lvl': 'start numFmt suff lvlText lvlJc pPr',
  'w:settings':
    'zoom defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol listSeparator',
  'w:numbering': 'abstractNum num',
  'wp:anchor':
    'simplePos positionH positionV extent effectExtent wrapNone docPr cNvGraphicFramePr graphic',
  'wpc:wpc': 'bg whole wsp',
  'wpg:wgp': 'cNvGrpSpPr grpSpPr wsp',
  'wps:wsp': 'cNvPr cNvSpPr cNvCnPr spPr txbx bodyPr',
  'wps:spPr': 'xfrm custGeom prstGeom noFill solidFill ln',
  'wps:cNvCnPr': 'stCxn endCxn',
  'a:xfrm': 'off ext chOff chExt',
  'a:ln': 'noFill solidFill miter tailEnd',
};

/** Children that stand where Word does not look for them: `w:pPr: jc after sectPr`. */
export function findDisorder(root: XmlElement): readonly string[] {
  return Object.entries(orders).flatMap(([name, order]) => {
    const places = order.split(' ');
    return findAll(root, name).flatMap(({ children }) => {
      const names = children.map((child) => child.name.replace(/^\w+:/, ''));
      return names.flatMap((child, index) => {
        const before = names[index - 1];
        if (!places.includes(child)) return [`${name}: ${child} is not known`];
        const isLate = before !== undefined && places.indexOf(before) > places.indexOf(child);
        return isLate ? [`${name}: ${child} after ${before}`] : [];
      });
    });
  });
}
