import type { Box, Connector, DocumentLayout, PageLayout, Point } from './geometry.ts';

/** What `alur layout --json` prints; its shape is promised to scripts. Lengths in pt. */
export interface LayoutJson {
  readonly pages: readonly PageJson[];
}

interface PageJson {
  readonly width: number;
  readonly height: number;
  readonly columns: readonly {
    readonly actor: string;
    readonly x: number;
    readonly width: number;
  }[];
  readonly rows: readonly { readonly step: string; readonly y: number; readonly height: number }[];
  readonly symbols: readonly ({ readonly symbol: string; readonly kind: string } & Box)[];
  readonly connectors: readonly ConnectorJson[];
  readonly offPage: readonly OffPageJson[];
  readonly footer: { readonly y: number };
}

interface ConnectorJson {
  readonly flow: string;
  readonly points: readonly Point[];
  readonly head: boolean;
  readonly label?: { readonly text: string } & Box;
}

interface OffPageJson extends Box {
  readonly flow: string;
  readonly letter: string;
  readonly direction: 'out' | 'in';
}

export function toLayoutJson({ pages }: DocumentLayout): LayoutJson {
  return { pages: pages.map(toPageJson) };
}

function toPageJson(page: PageLayout): PageJson {
  const { width, height, columns, rows, symbols, offPage, footer } = page;
  return {
    width: round(width),
    height: round(height),
    columns: columns.map(({ actor, x, width }) => ({ actor, x: round(x), width: round(width) })),
    rows: rows.map(({ step, y, height }) => ({ step, y: round(y), height: round(height) })),
    symbols: symbols.map(({ symbol, kind, ...box }) => ({ symbol, kind, ...toBox(box) })),
    connectors: toConnectors(page),
    // Flows that share a pentagon are listed with the same box, one entry each.
    offPage: offPage.flatMap(({ flow, flows = [flow], letter, direction, ...box }) =>
      flows.map((each) => ({ flow: each, letter, direction, ...toBox(box) })),
    ),
    footer: { y: round(footer.y) },
  };
}

/** Every flow has its own line, also where several leave one pentagon as a single drawn arrow. */
function toConnectors({ connectors, offPage }: PageLayout): readonly ConnectorJson[] {
  const sharing = new Map(
    offPage
      .filter(({ direction }) => direction === 'in')
      .map(({ flow, flows = [flow] }) => [flow, flows]),
  );
  return connectors.flatMap((connector) =>
    (sharing.get(connector.flow) ?? [connector.flow]).map((flow) =>
      toConnector({ ...connector, flow }),
    ),
  );
}

function toConnector({ flow, points, head, label }: Connector): ConnectorJson {
  return {
    flow,
    points: points.map(([x, y]) => [round(x), round(y)]),
    head,
    ...(label && { label: { text: label.text, ...toBox(label) } }),
  };
}

function toBox({ x, y, width, height }: Box): Box {
  return { x: round(x), y: round(y), width: round(width), height: round(height) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
