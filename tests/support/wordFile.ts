import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';

/** An element of a part: its name, attributes and children; texts are elements named `#text`. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/** The XML parts of an office file by their names; one that is not well-formed throws. */
export function readParts(bytes: Uint8Array): ReadonlyMap<string, XmlElement> {
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => /\.(?:xml|rels)$/.test(name));
  return new Map(parts.map(([name, content]) => [name, parseXml(strFromU8(content), name)]));
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
});

function parseXml(xml: string, name: string): XmlElement {
  const problem = XMLValidator.validate(xml);
  if (problem !== true) throw new Error(`${name}: ${JSON.stringify(problem)}`);
  const roots = toElements(parser.parse(xml));
  const root = roots.find((element) => !element.name.startsWith('?'));
  if (!root) throw new Error(`${name}: no root`);
  return root;
}

function toElements(nodes: unknown): readonly XmlElement[] {
  if (!Array.isArray(nodes)) return [];
  return nodes.map((node: Readonly<Record<string, unknown>>) => {
    const name = Object.keys(node).find((key) => key !== ':@') ?? '';
    const attributes = Object.fromEntries(
      Object.entries(node[':@'] ?? {}).map(([key, value]) => [key, String(value)]),
    );
    if (name === '#text') return { name, attributes, children: [], text: String(node[name] ?? '') };
    const children = toElements(node[name]);
    return { name, attributes, children, text: children.map(({ text }) => text).join('') };
  });
}

/** All elements of a name below one, itself included. */
export function findAll(element: XmlElement, name: string): readonly XmlElement[] {
  const below = element.children.flatMap((child) => findAll(child, name));
  return element.name === name ? [element, ...below] : below;
}

/** The first of them; the test fails without one. */
export function getFirst(element: XmlElement, name: string): XmlElement {
  const [first] = findAll(element, name);
  if (!first) throw new Error(`No ${name} in ${element.name}`);
  return first;
}
