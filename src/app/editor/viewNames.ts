/** The views as the address names them: `?tampilan=tabel`. The first is the default. */
const VIEW_NAMES = ['kanvas', 'tabel', 'belah', 'identitas', 'bpmn'] as const;
export type ViewName = (typeof VIEW_NAMES)[number];

/** The view that an address asks for; the canvas when it asks for none of ours. */
export function toViewName(name: string | null): ViewName {
  return VIEW_NAMES.find((known) => known === name) ?? VIEW_NAMES[0];
}
