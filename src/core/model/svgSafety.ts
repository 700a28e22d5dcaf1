/** Elements that only draw. An `image` is none of them: renderers differ in what they load. */
export const SVG_ELEMENTS: ReadonlySet<string> = new Set(
  [
    'svg g defs symbol use switch title desc style',
    'path rect circle ellipse line polyline polygon text tspan textPath',
    'linearGradient radialGradient stop pattern clipPath mask marker',
    'filter feBlend feColorMatrix feComponentTransfer feComposite feDropShadow feFlood feFuncA',
    'feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset',
  ].flatMap((names) => names.split(' ')),
);

/** A copy may hold copies: with more of them a small file could grow without end. */
const MOST_COPIES = 24;
const MOST_DEPTH = 100;

/**
 * Whether an SVG file does nothing but draw: no scripts, no handlers, nothing from elsewhere, no
 * foreign elements. What isn't understood is refused; a browser cleans files before they get here.
 */
export function isSafeSvg(svg: string): boolean {
  return (
    /^(?:\u00ef\u00bb\u00bf|\ufeff)?\s*(?:<\?xml[^<>]*\?>\s*)?<svg[\s>]/.test(svg) &&
    isUtf8(svg) &&
    !unsafe.some((pattern) => pattern.test(svg)) &&
    areElementsKnown(svg) &&
    isOwn(svg, /href\s*=\s*["']?\s*(.)/gi) &&
    isOwn(svg, /url\(\s*(?:["']|&quot;|&apos;)?\s*(.)/gi) &&
    (svg.match(/<(?:\w+:)?use\b/g)?.length ?? 0) <= MOST_COPIES
  );
}

const unsafe = [
  // A document type may define words that stand for anything.
  /<!(?!--)/,
  /<\?(?!xml\s)/,
  /[\s"'/]on\w+\s*=/i,
  /@import|javascript:|expression\s*\(/i,
  // Ways to write letters so that the patterns here don't see them; white space is allowed.
  /\\|\0|&#(?!(?:9|10|13|x9|xa|xd);)/i,
];

function isUtf8(svg: string): boolean {
  const encoding = /^[^<]*<\?xml[^>]*encoding\s*=\s*["']([^"']*)/.exec(svg)?.[1];
  return encoding === undefined || /^(?:utf-8|us-ascii)$/i.test(encoding);
}

function areElementsKnown(svg: string): boolean {
  let depth = 0;
  for (const [tag, end, name = ''] of svg.matchAll(/<(\/?)([^\s/>!?]+)[^>]*/g)) {
    if (!SVG_ELEMENTS.has(name.replace(/^[^:]*:/, ''))) return false;
    if (end) depth -= 1;
    else if (!tag.endsWith('/')) depth += 1;
    if (depth > MOST_DEPTH) return false;
  }
  return true;
}

/** References lead to places in the file itself. */
function isOwn(svg: string, reference: RegExp): boolean {
  return [...svg.matchAll(reference)].every(([, first]) => first === '#');
}
