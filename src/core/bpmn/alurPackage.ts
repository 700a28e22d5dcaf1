/** Namespace of what BPMN has no place for. It names a format, not an address. */
const ALUR_NAMESPACE = 'urn:alur:bpmn:1';

const text = (name: string) => ({ name, type: 'String', isAttr: true }) as const;

/**
 * The extension elements, for bpmn-moddle. Every attribute is text, written by `encodeText`; what is
 * absent in the procedure is absent here, so that reading gives back exactly what was written.
 */
export const alurPackage = {
  name: 'Alur',
  prefix: 'alur',
  uri: ALUR_NAMESPACE,
  xml: { tagAlias: 'lowerCase' },
  types: [
    {
      name: 'Identity',
      superClass: ['Element'],
      properties: [
        ...['title', 'number', 'createdOn', 'revisedOn', 'effectiveOn', 'logo'].map(text),
        ...['approverPosition', 'approverName', 'approverNip'].map(text),
        { name: 'items', type: 'Item', isMany: true },
      ],
    },
    { name: 'Item', superClass: ['Element'], properties: ['list', 'text'].map(text) },
    {
      name: 'Settings',
      superClass: ['Element'],
      properties: [{ name: 'entries', type: 'Setting', isMany: true }],
    },
    { name: 'Setting', superClass: ['Element'], properties: ['name', 'value'].map(text) },
    {
      name: 'Rows',
      superClass: ['Element'],
      properties: [{ name: 'rows', type: 'Row', isMany: true }],
    },
    {
      name: 'Row',
      superClass: ['Element'],
      properties: [text('step'), { name: 'content', type: 'Step' }],
    },
    { name: 'Actor', superClass: ['Element'], properties: ['id', 'name', 'group'].map(text) },
    {
      name: 'Step',
      superClass: ['Element'],
      properties: ['id', 'activity', 'requirements', 'duration', 'output', 'notes', 'joint'].map(
        text,
      ),
    },
    {
      name: 'Symbol',
      superClass: ['Element'],
      properties: ['id', 'kind', 'text', 'place'].map(text),
    },
    { name: 'Auxiliary', superClass: ['Element'], properties: ['role', 'step'].map(text) },
    {
      name: 'Flow',
      superClass: ['Element'],
      properties: [...['id', 'from', 'to', 'label'].map(text), { name: 'route', type: 'Route' }],
    },
    {
      name: 'Route',
      superClass: ['Element'],
      properties: ['exit', 'entry', 'channel', 'labelAt'].map(text),
    },
  ],
} as const;

/** XML readers turn returns and tabs of attributes into spaces, so they are written as `\r` and `\t`. */
export function encodeText(text: string): string {
  return text.replace(/[\\\r\t]/g, (character) => escapes[character] ?? character);
}

export function decodeText(text: string): string {
  return text.replace(/\\([\\rt])/g, (_, letter: string) => unescapes[letter] ?? letter);
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\r': '\\r', '\t': '\\t' };
const unescapes: Readonly<Record<string, string>> = { '\\': '\\', r: '\r', t: '\t' };
