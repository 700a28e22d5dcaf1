import { type Attributes, Parser } from 'saxen';

export interface XmlHandler {
  /** Names are without their prefixes. */
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** XML that is not well-formed; caught where the file is read. */
export class BrokenXml extends Error {
  override readonly name = 'BrokenXml';
}

/** Goes through an XML text; document types and entities of its own have no meaning. */
export function readXml(xml: string, { open, text, close }: XmlHandler): void {
  const parser = new Parser();
  parser.on('error', (error) => {
    throw new BrokenXml(error.message);
  });
  if (open)
    parser.on('openTag', (name, attributes, decode) => {
      const decoded = Object.entries(attributes()).map(
        ([key, value]) => [toLocal(key), decode(value)] as const,
      );
      open(toLocal(name), Object.fromEntries(decoded));
    });
  if (text) {
    parser.on('text', (value, decode) => text(decode(value)));
    parser.on('cdata', (value) => text(value));
  }
  if (close) parser.on('closeTag', (name) => close(toLocal(name)));
  parser.parse(xml);
}

function toLocal(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
