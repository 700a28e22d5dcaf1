/** The part of bpmn-moddle that Alur uses; the package brings no types for its main entry. */
declare module 'bpmn-moddle' {
  /** An element of the BPMN model. `get` answers `undefined`, a value, an element or a list of them. */
  export interface ModdleElement {
    readonly $type: string;
    $instanceOf(type: string): boolean;
    get(property: string): unknown;
    set(property: string, value: unknown): void;
  }

  export interface ParseOutcome {
    readonly rootElement: ModdleElement;
    readonly warnings: readonly { readonly message: string }[];
  }

  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, object>>);
    create(type: string, properties?: Readonly<Record<string, unknown>>): ModdleElement;
    fromXML(xml: string): Promise<ParseOutcome>;
    toXML(
      element: ModdleElement,
      options?: { readonly format?: boolean },
    ): Promise<{ readonly xml: string }>;
  }
}
