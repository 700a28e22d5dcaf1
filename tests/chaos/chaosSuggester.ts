import { openSuggestions } from '#session/openSuggestions.ts';
import type { SuggestionsSession } from '#session/suggestionsSession.ts';
import { reply, suggest } from '#tests/support/suggesting.ts';
import { DeviceStore } from './deviceStore.ts';

export interface ChaosSuggesterParts {
  readonly name: string;
  /** Id of the account. */
  readonly userId: string;
  readonly procedureId: string;
  readonly port: number;
  readonly WebSocket: typeof globalThis.WebSocket;
  /** Ids of what somebody saw as taken by the server. */
  readonly seen: Set<string>;
  readonly now: () => number;
  readonly random: () => number;
}

/** The suggestions in one person's window, on the same bad network as the drawing. */
export class ChaosSuggester {
  readonly device = new DeviceStore();
  readonly #parts: ChaosSuggesterParts;
  #session: SuggestionsSession | undefined;
  #count = 0;

  constructor(parts: ChaosSuggesterParts) {
    this.#parts = parts;
  }

  open(): void {
    const { name, userId, procedureId, port, seen, ...options } = this.#parts;
    const session = openSuggestions({
      ...options,
      procedureId,
      role: 'editor',
      user: { id: userId, name },
      baseUrl: `http://127.0.0.1:${port}`,
      openCopy: this.device.openCopy,
      clearCopy: async () => undefined,
    });
    session.view.subscribe(() => {
      for (const { id, isSent, replies } of session.view.get().suggestions.list)
        for (const entry of [{ id, isSent }, ...replies]) if (entry.isSent) seen.add(entry.id);
    });
    this.#session = session;
  }

  /** Suggests something, or replies to what is there, in turn. */
  write(): void {
    const last = this.#session?.view.get().suggestions.list.at(-1);
    const isReply = ++this.#count % 2 === 0 && last !== undefined;
    const text = `${this.#parts.name} ${this.#count}`;
    this.#session?.apply(isReply ? reply(last.id, text) : suggest(text));
  }

  crash(): void {
    this.device.crash();
    this.close();
  }

  close(): void {
    this.#session?.close();
    this.#session = undefined;
  }

  /** Everything that is there, by id, in order. */
  get ids(): readonly string[] {
    const { list } = this.#session?.view.get().suggestions ?? { list: [] };
    return list.flatMap(({ id, replies }) => [id, ...replies.map((each) => each.id)]);
  }

  /** What is amiss with somebody who should have nothing left to send. */
  findRest(): string | undefined {
    const view = this.#session?.view.get();
    if (!view) return `${this.#parts.name} has no suggestions open`;
    const { unsentCount, refused, connection } = view;
    if (refused.length > 0) return `${this.#parts.name} was refused ${JSON.stringify(refused)}`;
    if (connection.status === 'online' && unsentCount === 0) return undefined;
    return `${this.#parts.name} has ${unsentCount} unsent suggestions and is ${connection.status}`;
  }
}
