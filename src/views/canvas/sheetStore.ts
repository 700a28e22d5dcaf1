import type { WishPart } from '#core/layout/drawnRoute.ts';
import type { CanvasLayout, Connector, SymbolBox } from '#core/layout/geometry.ts';
import type { Procedure } from '#core/model/procedure.ts';
import type { Store } from '#session/session.ts';
import { type FlowFacts, toFlowFacts } from './flowFacts.ts';
import { keepIfSame, keepParts } from './keepParts.ts';
import { toRouteFacts } from './routeFacts.ts';
import { type SymbolFacts, toSymbolFacts } from './symbolFacts.ts';

/** The layout as the canvas draws it. Parts keep their identity until they look different. */
export interface SheetContent {
  readonly layout: CanvasLayout;
  readonly symbols: ReadonlyMap<string, SymbolBox>;
  readonly connectors: ReadonlyMap<string, Connector>;
  /** In reading order; the same array until one comes, goes or changes places. */
  readonly symbolIds: readonly string[];
  readonly flowIds: readonly string[];
  /** What is said about them, by id. */
  readonly symbolFacts: ReadonlyMap<string, SymbolFacts>;
  readonly flowFacts: ReadonlyMap<string, FlowFacts>;
  /** The arrows that a person gave a way, each with what of it could not be kept. */
  readonly routeFacts: ReadonlyMap<string, readonly WishPart[]>;
}

interface SheetStoreParts {
  readonly procedure: Store<Procedure>;
  readonly toLayout: (procedure: Procedure) => CanvasLayout;
  /** Runs a function before the next frame is painted. */
  readonly onFrame: (draw: () => void) => void;
}

/**
 * The sheet of a procedure. Whoever asks gets the newest one; the listeners hear of changes at most
 * once a frame, however fast others type.
 */
export class SheetStore implements Store<SheetContent> {
  readonly #parts: SheetStoreParts;
  readonly #listeners = new Set<() => void>();
  #unsubscribe: (() => void) | undefined;
  #isFrameAsked = false;
  #content: SheetContent;
  /** The procedure that `#content` shows. */
  #shown: Procedure;

  constructor(parts: SheetStoreParts) {
    this.#parts = parts;
    this.#shown = parts.procedure.get();
    this.#content = toContent(this.#shown, parts.toLayout(this.#shown));
  }

  readonly get = (): SheetContent => {
    const procedure = this.#parts.procedure.get();
    if (procedure === this.#shown) return this.#content;
    const layout = keepParts(this.#content.layout, this.#parts.toLayout(procedure));
    this.#content = toContent(procedure, layout, this.#content);
    this.#shown = procedure;
    return this.#content;
  };

  /** How another procedure would look. */
  toLayout(procedure: Procedure): CanvasLayout {
    return this.#parts.toLayout(procedure);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    this.#unsubscribe ??= this.#parts.procedure.subscribe(this.#askFrame);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#unsubscribe?.();
      this.#unsubscribe = undefined;
    };
  };

  readonly #askFrame = (): void => {
    if (this.#isFrameAsked) return;
    this.#isFrameAsked = true;
    this.#parts.onFrame(() => {
      this.#isFrameAsked = false;
      for (const listener of this.#listeners) listener();
    });
  };
}

function toContent(procedure: Procedure, layout: CanvasLayout, old?: SheetContent): SheetContent {
  const isSameSheet = old?.layout.symbols === layout.symbols;
  const areSameArrows = old?.layout.connectors === layout.connectors;
  const symbolIds = layout.symbols.map(({ symbol }) => symbol);
  const flowIds = layout.connectors.map(({ flow }) => flow);
  const symbols = isSameSheet
    ? old.symbols
    : new Map(layout.symbols.map((box) => [box.symbol, box]));
  const connectors = areSameArrows
    ? old.connectors
    : new Map(layout.connectors.map((connector) => [connector.flow, connector]));
  return {
    layout,
    symbols,
    connectors,
    symbolIds: keepIfSame(old?.symbolIds ?? [], symbolIds),
    flowIds: keepIfSame(old?.flowIds ?? [], flowIds),
    symbolFacts: toSymbolFacts(procedure, old?.symbolFacts),
    flowFacts: toFlowFacts(procedure),
    routeFacts: toRouteFacts(procedure, { layout, symbols, connectors }),
  };
}
