import type { ModdleElement } from 'bpmn-moddle';
import { printable } from '#core/edit/result.ts';

/** Typed looks into an element that a file made: what has the wrong type counts as absent. */
export function readText(element: ModdleElement, property: string): string {
  const value = element.get(property);
  return typeof value === 'string' ? printable(value) : '';
}

export function readNumber(element: ModdleElement, property: string): number | undefined {
  const value = element.get(property);
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

export function readElement(element: ModdleElement, property: string): ModdleElement | undefined {
  const value = element.get(property);
  return isElement(value) ? value : undefined;
}

export function readElements(element: ModdleElement, property: string): readonly ModdleElement[] {
  const value = element.get(property);
  return Array.isArray(value) ? value.filter(isElement) : [];
}

export function readId(element: ModdleElement | undefined): string {
  return element ? readText(element, 'id') : '';
}

/** A name on one line. */
export function readName(element: ModdleElement): string {
  return readText(element, 'name').replace(/\s+/g, ' ').trim();
}

export function readDocumentation(element: ModdleElement): string {
  return readElements(element, 'documentation')
    .map((part) => readText(part, 'text').trim())
    .filter((text) => text !== '')
    .join('\n');
}

/** The extension element of a type, if the element carries one. */
export function readExtension(element: ModdleElement, type: string): ModdleElement | undefined {
  const extensions = readElement(element, 'extensionElements');
  return extensions && readElements(extensions, 'values').find(({ $type }) => $type === type);
}

function isElement(value: unknown): value is ModdleElement {
  return (
    typeof value === 'object' &&
    value !== null &&
    '$type' in value &&
    typeof value.$type === 'string' &&
    'get' in value &&
    typeof value.get === 'function'
  );
}
