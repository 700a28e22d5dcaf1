import { SVG_ELEMENTS } from '#core/model/svgSafety.ts';
import type { LogoProblem } from './prepareLogo.ts';

export type CleanedSvg =
  | { readonly ok: true; readonly svg: string }
  | { readonly ok: false; readonly problem: LogoProblem };

const svgSpace = 'http://www.w3.org/2000/svg';

/** Kept although an SVG with them is stored as PNG: it looks the same nowhere else. */
const drawnHere = new Set(['image', 'pattern', 'marker']);

/**
 * An SVG file without what drawing programs add to it. One that runs scripts or fetches something is
 * refused as a whole: a logo never does, so nobody should wonder what became of it.
 */
export function cleanSvg(text: string): CleanedSvg {
  const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
  const root = parsed.documentElement;
  if (
    root.namespaceURI !== svgSpace ||
    root.localName !== 'svg' ||
    parsed.querySelector('parsererror')
  )
    return { ok: false, problem: 'unreadable' };
  const elements = [root, ...root.querySelectorAll('*')];
  for (const element of elements) cleanAttributes(element);
  if (elements.some(isHostile)) return { ok: false, problem: 'unsafe' };
  for (const element of elements) if (!isDrawing(element)) element.remove();
  removeComments(root);
  if (!setSize(root)) return { ok: false, problem: 'unreadable' };
  return { ok: true, svg: new XMLSerializer().serializeToString(root) };
}

function isHostile(element: Element): boolean {
  if (/^(?:script|handler|listener|iframe|object|embed)$/i.test(element.localName)) return true;
  if (element.localName === 'style' && isFetching(element.textContent)) return true;
  return [...element.attributes].some(({ localName, value }) => {
    if (/^on/i.test(localName)) return true;
    if (/^(?:href|src)$/i.test(localName)) return isElsewhere(value);
    return (
      /^(?:style|[a-z-]*(?:fill|stroke|filter|mask|clip-path|marker[a-z-]*))$/.test(localName) &&
      isFetching(value)
    );
  });
}

function isElsewhere(reference: string): boolean {
  return !/^\s*(?:$|#|data:image\/(?:png|jpeg|gif|webp);)/i.test(reference);
}

/** A backslash hides letters from the other patterns. */
function isFetching(style: string): boolean {
  return /@import|javascript:|url\(\s*["']?\s*(?![#\s"'])|\\/i.test(style);
}

function isDrawing({ namespaceURI, localName }: Element): boolean {
  return namespaceURI === svgSpace && (SVG_ELEMENTS.has(localName) || drawnHere.has(localName));
}

/** Attributes of drawing programs go; those of SVG itself have no namespace, or XLink's or XML's. */
function cleanAttributes(element: Element): void {
  for (const attribute of [...element.attributes]) {
    const { namespaceURI, name } = attribute;
    const isOwn = namespaceURI === null || /\/(?:xlink|namespace)$/.test(namespaceURI);
    const isSvg = name === 'xmlns' || name === 'xmlns:xlink';
    if (!isOwn && !isSvg) element.removeAttributeNode(attribute);
  }
}

function removeComments(root: Element): void {
  const walker = document.createTreeWalker(
    root,
    NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_CDATA_SECTION,
  );
  const found: Node[] = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  for (const node of found) {
    const isText = node.nodeType === Node.CDATA_SECTION_NODE;
    node.parentNode?.replaceChild(
      document.createTextNode(isText ? (node.nodeValue ?? '') : ''),
      node,
    );
  }
}

/** Without a view box it could not be drawn in another size. */
function setSize(root: Element): boolean {
  if (root.hasAttribute('viewBox')) return true;
  const [width, height] = ['width', 'height'].map((name) =>
    Number.parseFloat(root.getAttribute(name) ?? ''),
  );
  if (!width || !height) return false;
  root.setAttribute('viewBox', `0 0 ${width} ${height}`);
  return true;
}
